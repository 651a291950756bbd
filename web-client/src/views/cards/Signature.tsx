import { useRef } from 'preact/hooks'
import type { Card } from '../../../../protocol/generated/protocol'
import type { CardActions } from './actions'
import { w } from './terms'

/** Whoever wrote a card takes their name off it, and while its form is open puts it on again: then nobody knows. */
export function Signature({ actions, card }: { actions: CardActions; card: Card }) {
  const me = actions.session.me.value.person
  const isMine = useRef(me !== 0 && card.author === me).current
  if (!isMine) return null
  return (
    <label class="card-unsigned">
      <input
        type="checkbox"
        checked={card.anonymous}
        onChange={({ currentTarget }) => actions.sign(card.id, currentTarget.checked)}
      />
      {w('unsign')}
    </label>
  )
}
