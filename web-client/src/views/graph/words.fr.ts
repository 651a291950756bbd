// What the graph says.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  label: ({ title }: { title: string }) => `Graphe de « ${title} »`,
  help: 'Flèches : suivre un lien, ou aller à la fiche la plus proche de ce côté. Entrée : ouvrir la fiche. Échap : tout revoir. La liste à côté dit les mêmes liens.',
  zoomIn: 'Zoom avant',
  zoomOut: 'Zoom arrière',
  fit: 'Voir tout le graphe',
  again: 'Disposer de nouveau',
  find: 'Chercher une fiche',
  list: 'Fiches et liens',
  types: 'Liens montrés',
  noType: 'Sans type',
  loose: 'Fiches sans lien',
  cards: ({ n, ties }: { n: number; ties: number }) =>
    `${count(n, 'fiche', 'fiches')}, ${count(ties, 'lien', 'liens')}`,
  none: 'Aucune fiche ne correspond.',
  empty: 'Aucune fiche sur cette planche.',
  links: ({ n }: { n: number }) => (n === 0 ? 'aucun lien' : count(n, 'lien', 'liens')),
  more: ({ n }: { n: number }) => `Afficher ${count(n, 'fiche de plus', 'fiches de plus')}`,
  open: 'Ouvrir la fiche',
  edit: 'Liens…',
  back: 'Toutes les fiches',
  noLinks: 'Cette fiche n’a pas de lien montré.',
  to: ({ how, name }: { how: string; name: string }) => `${how} → ${name}`,
  from: ({ how, name }: { how: string; name: string }) => `${how} ← ${name}`,
  linked: 'lié',
  linkedTo: ({ names }: { names: string }) => `liée à : ${names}`,
}
