// What the list of people says.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  title: 'Personnes',
  here: (p: { n: number }) => count(p.n, 'personne présente', 'personnes présentes'),
  all: (p: { n: number }) => count(p.n, 'personne en tout', 'personnes en tout'),
  guests: (p: { n: number }) =>
    `${count(p.n, 'connexion sans nom', 'connexions sans nom')} (à la porte, ou écran)`,
  by: 'Regrouper par',
  byCategory: 'Catégorie d’acteur',
  byTerritory: 'Territoire',
  byRole: 'Rôle',
  none: 'Non précisé',
  present: 'en ligne',
  away: 'hors ligne',
  expected: 'pas encore là',
  search: 'Chercher',
  me: 'vous',
  edit: (p: { name: string }) => `Corriger ${p.name}`,
  editTitle: 'Corriger',
  role: 'Rôle',
  remove: 'Retirer l’accès',
  removeConfirm: (p: { name: string }) => `Retirer l’accès de ${p.name} ?`,
  removeHint:
    'Ses connexions se ferment tout de suite. Une ligne de la liste redevient libre ; ce que la personne a écrit reste.',
  of: (p: { here: number; all: number }) => `${p.here} sur ${p.all}`,
}
