// What prioritisation says: opening and closing one, giving one's points, the results.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  title: 'Priorités',
  new: 'Ouvrir une priorisation',
  question: 'Question posée',
  questionDefault: 'Que faire en premier ?',
  points: 'Points par budget',
  each: 'Un budget par personne',
  delegation: 'Un budget par territoire',
  open: 'Ouvrir',
  close: 'Clore',
  reopen: 'Rouvrir',
  show: 'Montrer les points à tous',
  hide: 'Cacher les points',
  drop: 'Supprimer la priorisation',
  dropWhat: 'Les points donnés partent avec elle, sans retour.',
  hidden: 'Les points restent cachés jusqu’à ce que vous les montriez.',
  closed: 'Cette priorisation est close.',
  left: ({ n, of }: { n: number; of: number }) => `${n} points sur ${of} à répartir`,
  give: 'Répartir mes points',
  more: ({ title }: { title: string }) => `Un point de plus : ${title}`,
  less: ({ title }: { title: string }) => `Un point de moins : ${title}`,
  result: 'Résultat',
  total: ({ n }: { n: number }) => count(n, 'point', 'points'),
  totals: 'Points',
  voters: ({ n }: { n: number }) => count(n, 'voix', 'voix'),
  card: 'Fiche',
  none: 'Aucun point pour le moment.',
}
