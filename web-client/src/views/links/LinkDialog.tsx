// The links of one card: to take away, to name, and to draw by choosing the other card from a list.

import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { CardActions } from '../cards/actions'
import { Chooser } from '../cards/Chooser'
import dialogStyle from '../cards/dialog.css' with { type: 'text' }
import { w } from '../cards/terms'
import { cardName } from '../cards/words'
import { adoptStyle } from '../parts/style'
import { LinkLine } from './LinkLine'
import { LinkTypeChoice } from './LinkTypeChoice'
import { linksOf } from './links'

adoptStyle(dialogStyle)

interface Props {
  actions: CardActions
  card: number
  onClose(): void
}

export default function LinkDialog({ actions, card: id, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const card = actions.session.record('card', id).value
  useLayoutEffect(() => dialog.current?.showModal(), [])
  useLayoutEffect(() => {
    if (!card) dialog.current?.close()
  }, [card])
  return (
    <dialog ref={dialog} class="card-dialog" aria-labelledby="link-heading" onClose={onClose}>
      {card && (
        <>
          <h2 id="link-heading">{b('card.linksOf', { name: cardName(card) })}</h2>
          <KnownLinks actions={actions} card={card} />
          {actions.allowed && <NewLink actions={actions} card={card} />}
          <button type="button" class="card-button" onClick={() => dialog.current?.close()}>
            {b('card.close')}
          </button>
        </>
      )}
    </dialog>
  )
}

function KnownLinks({ actions, card }: { actions: CardActions; card: Card }) {
  const links = linksOf(actions, card.id)
  if (links.length === 0) return <p>{b('card.noLinks')}</p>
  return (
    <ul class="card-links">
      {links.map((link) => (
        <LinkLine key={link.id} actions={actions} link={link} card={card} />
      ))}
    </ul>
  )
}

function NewLink({ actions, card }: { actions: CardActions; card: Card }) {
  const type = useSignal(0)
  return (
    <Chooser
      session={actions.session}
      label={b('card.linkToWhich')}
      first
      cards={linkable(actions, card)}
      onChoose={({ id }) => actions.link(card.id, id, type.value)}
    >
      <LinkTypeChoice
        session={actions.session}
        label={w('newLinkType')}
        chosen={type.value}
        onChoose={(chosen) => {
          type.value = chosen
        }}
      />
    </Chooser>
  )
}

/** Other cards of the board the card does not lead to yet; reactive. */
function linkable({ session, board }: CardActions, card: Card): Card[] {
  const linked = new Set(session.where('link', 'from', card.id).value.map(({ to }) => to))
  return session
    .where('card', 'board', board)
    .value.filter((other) => other.id !== card.id && !linked.has(other.id))
}
