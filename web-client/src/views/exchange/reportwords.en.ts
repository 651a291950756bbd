import { counter } from '../../i18n/plural'

const count = counter('en')

export default {
  instruction: 'Instruction',
  picture: 'The board',
  ranking: 'Priorities',
  card: 'Card',
  points: 'Points',
  pointsOf: ({ n }: { n: number }) => count(n, 'point', 'points'),
  cards: 'Cards',
  outside: 'Outside zones',
  unsigned: 'unsigned',
  by: ({ names }: { names: string }) => `by ${names}`,
  links: 'Links',
  link: ({ from, to, said }: { from: string; to: string; said: string }) =>
    `“${from}” → “${to}”${said ? `: ${said}` : ''}`,
  people: 'People present',
  noCategory: 'No category',
}
