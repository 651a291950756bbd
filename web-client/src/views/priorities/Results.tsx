// What a prioritisation came to: bars that are a table.
import type { Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { titleOf } from '../facilitation/people'
import { w } from '../facilitation/words'
import { ranking } from './points'

export function Results({ session, priority }: { session: WorkshopSession; priority: Priority }) {
  const ranks = ranking(priority.id, session.all('allotment').value, session.all('card').value)
  const most = ranks[0]?.points ?? 1
  if (ranks.length === 0) return <p>{w('priorityNone')}</p>
  return (
    <table class="results">
      <caption>{w('priorityResult')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('priorityCard')}</th>
          <th scope="col">{w('priorityTotals')}</th>
        </tr>
      </thead>
      <tbody>
        {ranks.map(({ card, points, voters, rank }) => (
          <tr key={card.id}>
            <th scope="row">
              <span class="rank">{rank}</span> {titleOf(card)}
            </th>
            <td>
              <meter min={0} max={most} value={points} aria-hidden="true" />
              {points} <span class="hint">{w('priorityVoters', { n: voters })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
