import type { Priority } from '../../../../protocol/generated/protocol'
import type { Session } from '../../sync/session'
import { votedIn } from '../facilitation/sums'
import { titleOf } from '../parts/text'
import { ranking } from '../priorities/points'
import { Clock } from './Clock'
import { Fitted } from './Fitted'
import { usePages } from './pages'
import { Figure } from './Writing'
import { w } from './words'

interface Props {
  session: Session
  priority: Priority
  now: number
}

/** While points are given: the question, how many have voted, how long there is. */
export function Voting({ session, priority, now }: Props) {
  const voted = votedIn(session, priority)
  const board = session.record('board', priority.board).value
  return (
    <section class="voting">
      <Fitted of={priority.title} most={13} least={5.8} class="wall-asked">
        <h1>{priority.title}</h1>
      </Fitted>
      <div class="wall-figures">
        {board && <Clock board={board} now={now} />}
        {voted && <Figure n={voted.people} of={voted.of} words={w('voted', { n: voted.people })} />}
      </div>
      <p class="wall-side">{w(priority.by_delegation ? 'pointsEach' : 'points', { n: priority.points })}</p>
    </section>
  )
}

/** So many lines fit on one picture. */
const linesShown = 4

/** What came of it: the ranking with its figures, page after page. */
export function Result({ session, priority }: Omit<Props, 'now'>) {
  const ranks = ranking(
    priority.id,
    session.where('allotment', 'priority', priority.id).value,
    session.where('card', 'board', priority.board).value,
  )
  const most = ranks[0]?.points ?? 1
  const { page, pages } = usePages(ranks.length, linesShown)
  return (
    <section class="result">
      <Fitted of={priority.title} most={8} least={5.8} class="result-title">
        <h1>{priority.title}</h1>
      </Fitted>
      {ranks.length === 0 && <p>{w('noPoints')}</p>}
      <ol class="wall-ranks">
        {ranks.slice(page * linesShown, (page + 1) * linesShown).map(({ card, points, rank }) => (
          <li key={card.id}>
            <span class="wall-rank">{rank}</span>
            <span class="wall-rank-title">{titleOf(card)}</span>
            <span class="wall-rank-bar" style={{ '--part': points / most }} aria-hidden="true" />
            <strong>{points}</strong>
          </li>
        ))}
      </ol>
      {pages > 1 && <p class="wall-page">{w('page', { n: page + 1, of: pages })}</p>}
    </section>
  )
}
