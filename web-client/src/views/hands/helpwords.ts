import { section } from '../../i18n/section'
import french from './helpwords.fr'

export const k = section(french, () => import('./helpwords.en'))

type Row = readonly [keys: string, what: string]

/** Under each heading what there is to press. */
export function keysOf(): readonly (readonly [heading: string, rows: readonly Row[]])[] {
  return [
    [k('page'), rowsOf(k('pageKeys'))],
    [k('board'), rowsOf(k('boardKeys'))],
    [k('card'), rowsOf(k('cardKeys'))],
    [k('held'), rowsOf(k('heldKeys'))],
    [k('choice'), rowsOf(k('choiceKeys'))],
  ]
}

/** A line is what is pressed, a colon, and what it does. */
function rowsOf(lines: string): Row[] {
  return lines.split('\n').map((line) => {
    const at = line.indexOf(':', 1)
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  })
}
