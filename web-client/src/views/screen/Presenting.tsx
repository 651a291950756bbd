import type { Card, Lead } from '../../../../protocol/generated/protocol'
import type { Session } from '../../sync/session'
import { inOrder } from '../facilitation/turns'
import { titleOf } from '../parts/text'
import { Fitted } from './Fitted'
import { w } from './words'

/** One card for the whole hall: its words, who signed it, which of how many. */
export function Presenting({ session, lead }: { session: Session; lead: Lead }) {
  const card = session.record('card', lead.card).value
  if (!card) return null
  const order = inOrder(session.where('card', 'board', lead.board).value)
  const turn = order.findIndex(({ id }) => id === card.id) + 1
  const authors = authorsOf(session, card)
  const title = titleOf(card)
  const text = card.title.trim() ? card.text.trim() : ''
  return (
    <section class="presenting" data-color={card.color}>
      <Fitted
        of={title}
        most={text ? 10 : 20}
        least={5.8}
        class={text ? 'presenting-title' : 'presenting-all'}
      >
        <h1>{title}</h1>
      </Fitted>
      {text && (
        <Fitted key={card.id} of={text} most={9} least={5.8} class="presenting-text">
          <p class="wall-lines">{text}</p>
        </Fitted>
      )}
      <p class="presenting-foot">
        <span>{authors}</span>
        {turn > 0 && <strong>{w('turn', { n: turn, of: order.length })}</strong>}
      </p>
    </section>
  )
}

/** Who signed it, and who wrote what was merged into it; nobody of an unsigned one. */
function authorsOf(session: Session, card: Card): string {
  const people = [card.author, ...card.coauthors].filter((id) => id !== 0)
  const names = people.map((id) => session.record('person', id).value?.name ?? '').filter(Boolean)
  const [first, second, ...others] = names
  if (others.length > 0) return w('andOthers', { name: `${first}, ${second}`, n: others.length })
  return [first, second].filter(Boolean).join(', ')
}
