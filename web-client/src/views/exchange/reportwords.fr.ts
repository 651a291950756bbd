// What a board's report says.
import { counter } from '../../i18n/plural'

const count = counter('fr')

export default {
  instruction: 'Consigne',
  picture: 'La planche',
  ranking: 'Priorités',
  card: 'Fiche',
  points: 'Points',
  pointsOf: ({ n }: { n: number }) => count(n, 'point', 'points'),
  cards: 'Fiches',
  outside: 'Hors zone',
  unsigned: 'sans signature',
  by: ({ names }: { names: string }) => `par ${names}`,
  links: 'Liens',
  link: ({ from, to, said }: { from: string; to: string; said: string }) =>
    `« ${from} » → « ${to} »${said ? ` : ${said}` : ''}`,
  people: 'Personnes présentes',
  noCategory: 'Sans catégorie',
}
