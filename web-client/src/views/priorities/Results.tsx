// What a prioritisation came to: bars that are a table.
import type { Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { titleOf } from '../parts/text'
import { ranking } from './points'
import { w } from './words'

export function Results({ session, priority }: { session: WorkshopSession; priority: Priority }) {
  const ranks = ranking(priority.id, session.all('allotment').value, session.all('card').value)
  const most = ranks[0]?.points ?? 1
  if (ranks.length === 0) return <p>{w('none')}</p>
  return (
    <table class="results">
      <caption>{w('result')}</caption>
      <thead>
        <tr>
          <th scope="col">{w('card')}</th>
          <th scope="col">{w('totals')}</th>
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
              {points} <span class="hint">{w('voters', { n: voters })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
