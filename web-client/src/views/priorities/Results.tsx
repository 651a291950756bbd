// What a prioritisation came to: bars that are a table.

import type { Priority } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { titleOf } from '../parts/text'
import { g } from './givingwords'
import { ranking } from './points'

export function Results({ session, priority }: { session: WorkshopSession; priority: Priority }) {
  const ranks = ranking(
    priority.id,
    session.where('allotment', 'priority', priority.id).value,
    session.where('card', 'board', priority.board).value,
  )
  const most = ranks[0]?.points ?? 1
  if (ranks.length === 0) return <p>{g('none')}</p>
  return (
    <table class="results">
      <caption>{g('result')}</caption>
      <thead>
        <tr>
          <th scope="col">{g('card')}</th>
          <th scope="col">{g('totals')}</th>
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
              {points} <span class="hint">{g('voters', { n: voters })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
