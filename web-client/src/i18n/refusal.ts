// A refusal of the server as a sentence in the person's language, with the field and the limit it speaks of. The
// sentences come when the first is needed, or before that when there is time (ahead.ts).
import {
  commands,
  type Language,
  type Refusal,
  type RefusedMessage,
  refusals,
} from '../../../protocol/generated/protocol'
import { type Later, later } from '../ahead'
import { commandTypeOf } from '../sync/codec'
import { inLanguage, language, t } from './i18n'

type Sentences = typeof import('../../../protocol/generated/refusals.fr')

const sentences: Record<Language, Later<Sentences>> = {
  fr: later(() => import('../../../protocol/generated/refusals.fr'), { wanted: () => speaks('fr') }),
  en: later(() => import('../../../protocol/generated/refusals.en'), { wanted: () => speaks('en') }),
}

const names = new Map((Object.keys(refusals) as Refusal[]).map((name) => [refusals[name], name]))

function speaks(one: Language): boolean {
  return language.peek() === one
}

/** Where the sentences cannot be had, that it was refused is said all the same. */
export async function refusalText(refused: RefusedMessage): Promise<string> {
  const words = await sentences[language.peek()].fetch()
  return words ? sentence(words, refused) : t('app.refused')
}

function sentence(words: Sentences, { refusal, command, field, limit, line }: RefusedMessage): string {
  const filled = words.refusals[names.get(refusal) ?? 'not_allowed']
    .replace('{field}', fieldText(words, command, field))
    .replace('{limit}', String(limit))
    .replace('{line}', String(line))
  return inLanguage(filled.charAt(0).toUpperCase() + filled.slice(1))
}

export function strangeText(): string {
  return t('app.strange')
}

function fieldText({ fields }: Sentences, commandNumber: number, fieldNumber: number): string {
  const type = commandTypeOf(commandNumber)
  const field = type && commands[type].fields.find((one) => one.number === fieldNumber)
  return fields[`${type}.${field?.name}`] ?? '…'
}
