import type { Board } from '../../../../protocol/generated/protocol'
import type { Session } from '../../sync/session'
import { writtenOn } from '../facilitation/sums'
import { Clock } from './Clock'
import { Fitted } from './Fitted'
import { w } from './words'

/** While people write: what is asked, how long there is, how much there is. */
export function Writing({ session, board, now }: { session: Session; board: Board; now: number }) {
  const written = writtenOn(session, board.id)
  const asked = board.instructions || board.title
  return (
    <section class="writing">
      <Fitted of={asked} most={12} least={5.8} class="wall-asked">
        <h1 class="wall-lines">{asked}</h1>
      </Fitted>
      <div class="wall-figures">
        <Clock board={board} now={now} />
        {written && (
          <>
            <Figure n={written.cards} words={w('cards', { n: written.cards })} />
            {written.people > 0 && <Figure n={written.people} words={w('wrote', { n: written.people })} />}
          </>
        )}
      </div>
    </section>
  )
}

export function Figure({ n, of, words }: { n: number; of?: number; words: string }) {
  return (
    <p class="wall-figure">
      <strong>
        {n}
        {of !== undefined && ` / ${of}`}
      </strong>
      <span>{words}</span>
    </p>
  )
}
