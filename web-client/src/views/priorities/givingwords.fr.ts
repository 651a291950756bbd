// Giving one's points, and what came of it.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
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
