// What the organiser's page says.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  title: 'Organiser',
  new: 'Nouvel atelier',
  name: 'Titre de l’atelier',
  template: 'Modèle',
  language: 'Langue du modèle',
  roll: 'Liste d’inscription',
  rollHint:
    'Un fichier CSV avec une colonne « nom », et si besoin « organisation », « territoire », « catégorie ». Excel convient tel quel.',
  rollChoose: 'Choisir un fichier…',
  rollDrop: 'ou déposez-le ici',
  rollRemove: 'Retirer le fichier',
  rollTooBig: (p: { kilobytes: number }) => `Ce fichier est trop gros : au plus ${p.kilobytes} kilo-octets.`,
  rollEmpty: 'Ce fichier est vide.',
  rollUnreadable: 'Ce fichier n’a pas pu être lu.',
  create: 'Créer l’atelier',
  creating: 'Création…',
  titleMissing: 'Donnez un titre à l’atelier.',
  founded: 'L’atelier est prêt',
  foundedPeople: (p: { n: number }) =>
    p.n === 0
      ? 'Personne n’est inscrit d’avance.'
      : `${count(p.n, 'personne inscrite', 'personnes inscrites')}.`,
  keepLinks:
    'Qui a un lien peut entrer avec le rôle qu’il donne. Gardez le lien d’animation pour vous et votre équipe.',
  print: 'Imprimer les liens',
  another: 'Créer un autre atelier',
  existing: 'Ateliers',
  none: 'Aucun atelier pour le moment.',
  links: 'Liens d’accès',
  hideLinks: 'Masquer les liens',
  open: 'Ouvrir',
  closed: 'clos',
  people: (p: { n: number }) => count(p.n, 'personne', 'personnes'),
  connected: (p: { n: number }) => count(p.n, 'connexion en cours', 'connexions en cours'),
  made: (p: { date: string }) => `créé le ${p.date}`,
  forget: 'Oublier la clé d’organisation sur cet appareil',
  firstLinksOnly:
    'Voici les premiers liens de cet atelier. S’ils ont été révoqués, faites-en d’autres depuis l’atelier.',
}
