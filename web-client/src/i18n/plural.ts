/** "3 fiches": the number and the form of the word that goes with it in that language. */
export type Count = (n: number, one: string, many: string) => string

export function counter(language: string): Count {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (n, one, many) => `${numbers.format(n)} ${rules.select(n) === 'one' ? one : many}`
}
