// One card, large, on every screen: the animator's spotlight, over everything else. Whoever may go on without
// looking does so by a button or by Escape, and comes back by a button; the wall and who is held may not.

import { useSignal } from '@preact/signals'
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import type { Card, Lead } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { AboveDialogs } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import { titleOf } from '../parts/text'
import { tongueOf } from '../parts/tongue'
import { release, showCard } from './show'
import { s } from './signwords'
import { following, inOrder } from './turns'

export function Spotlight({ session, lead }: { session: WorkshopSession; lead: Lead }) {
  const hiddenAt = useSignal(0)
  const card = session.record('card', lead.card).value
  if (!card) return null
  const animates = session.can.animate()
  const mayLeave = animates || (session.me.value.role !== 'screen' && !lead.held)
  if (!mayLeave || hiddenAt.value !== lead.at) {
    const leave = () => {
      hiddenAt.value = lead.at
    }
    return <Shown session={session} lead={lead} card={card} onLeave={mayLeave ? leave : undefined} />
  }
  return (
    <>
      <button
        type="button"
        class="sign sign-button"
        onClick={() => {
          hiddenAt.value = 0
        }}
      >
        <Icon name="spotlight" />
        {s('spotlightShow')}
      </button>
      {animates && (
        <button type="button" class="sign sign-button" onClick={() => release(session, lead.board)}>
          {s('spotlightEnd')}
        </button>
      )}
    </>
  )
}

interface ShownProps {
  session: WorkshopSession
  lead: Lead
  card: Card
  onLeave: (() => void) | undefined
}

function Shown({ session, lead, card, onLeave }: ShownProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const above = useContext(AboveDialogs)
  const wall = session.me.value.role === 'screen'
  useLayoutEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const leave = (event: Event) => {
    event.preventDefault()
    onLeave?.()
  }
  // A second Escape would close it whatever the page says to the first: the key is held back, and what closes it
  // all the same is undone.
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave(event)
  }
  const closed = () => (onLeave ? onLeave() : dialog.current?.showModal())
  return (
    <dialog
      ref={dialog}
      class={wall ? 'spotlight on-wall' : 'spotlight'}
      tabIndex={-1}
      aria-labelledby="spotlit"
      aria-describedby={card.title && card.text ? 'spotlit-text' : undefined}
      onKeyDown={press}
      onCancel={leave}
      onClose={closed}
    >
      <div class="spotlight-card" data-color={card.color}>
        <p class="spotlight-why">
          <Icon name="spotlight" />
          {s('spotlight')}
        </p>
        <h2 id="spotlit" lang={tongueOf(session)}>
          {titleOf(card)}
        </h2>
        {card.title && card.text && (
          <p id="spotlit-text" class="spotlight-text" lang={tongueOf(session)}>
            {card.text}
          </p>
        )}
        {!wall && (
          <p class="spotlight-tools">
            {session.can.animate() && <Steps session={session} lead={lead} />}
            {onLeave && (
              <button type="button" class="button" onClick={onLeave}>
                {s('spotlightHide')}
              </button>
            )}
          </p>
        )}
      </div>
      {!wall && above()}
    </dialog>
  )
}

function Steps({ session, lead }: { session: WorkshopSession; lead: Lead }) {
  const ordered = inOrder(session.where('card', 'board', lead.board).value)
  const before = following(ordered, lead.card, -1)
  const after = following(ordered, lead.card, 1)
  return (
    <>
      {ordered.length > 0 && (
        <>
          <Step icon="arrow-left" label={s('orderPrevious')} session={session} card={before} />
          <Step icon="arrow-right" label={s('orderNext')} session={session} card={after} />
        </>
      )}
      <button type="button" class="button primary" onClick={() => release(session, lead.board)}>
        {s('spotlightEnd')}
      </button>
    </>
  )
}

interface StepProps {
  icon: 'arrow-left' | 'arrow-right'
  label: string
  session: WorkshopSession
  card: Card | undefined
}

/** Stays where it is at either end of the order: a button that vanishes under the keyboard loses it. */
function Step({ icon, label, session, card }: StepProps) {
  return (
    <button
      type="button"
      class="button"
      aria-disabled={!card}
      onClick={() => card && showCard(session, card)}
    >
      <Icon name={icon} />
      {label}
    </button>
  )
}
