// A refusal of the server as a sentence in the person's language, with the field and the limit it speaks of.
import { commands, type Refusal, type RefusedMessage, refusals } from '../../../protocol/generated/protocol'
import { commandTypeOf } from '../sync/codec'
import { inLanguage, t, words } from './i18n'

const names = new Map((Object.keys(refusals) as Refusal[]).map((name) => [refusals[name], name]))

export function refusalText({ refusal, command, field, limit, line }: RefusedMessage): string {
  const name = names.get(refusal) ?? 'not_allowed'
  const filled = words.value.refusals[name]
    .replace('{field}', fieldText(command, field))
    .replace('{limit}', String(limit))
    .replace('{line}', String(line))
  return inLanguage(filled.charAt(0).toUpperCase() + filled.slice(1))
}

export function strangeText(written: string[]): string {
  return t('app.strange', { words: written.join(' · ') })
}

function fieldText(commandNumber: number, fieldNumber: number): string {
  const type = commandTypeOf(commandNumber)
  const field = type && commands[type].fields.find((one) => one.number === fieldNumber)
  return words.value.fields[`${type}.${field?.name}`] ?? '…'
}
