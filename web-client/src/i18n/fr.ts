// French is the source: every other language must have the same keys with the same parameters.
const plural = new Intl.PluralRules('fr')
const count = (n: number, one: string, many: string) => `${n} ${plural.select(n) === 'one' ? one : many}`

const fr = {
  'app.name': 'Archipel',
}

export default fr
export { count as countFr }
