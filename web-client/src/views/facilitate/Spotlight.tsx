// One card, large, on every screen: the animator's spotlight. Whoever wants may go on without looking.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Lead } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import { titleOf } from './people'
import { showCard } from './show'
import { following, inOrder } from './turns'
import { w } from './words'

export function Spotlight({ session, lead }: { session: WorkshopSession; lead: Lead }) {
  const hidden = useSignal(false)
  const card = session.record('card', lead.card).value
  const panel = useRef<HTMLElement>(null)
  const animates = session.can.animate()
  useEffect(() => {
    if (animates) panel.current?.focus()
  }, [])
  if (!card) return null
  if (hidden.value && !lead.held) {
    return (
      <button
        type="button"
        class="sign sign-button"
        onClick={() => {
          hidden.value = false
        }}
      >
        <Icon name="star" />
        {w('spotlightShow')}
      </button>
    )
  }
  return (
    <div class="spotlight">
      <section
        ref={panel}
        class="spotlight-card"
        tabIndex={-1}
        data-color={card.color}
        aria-labelledby="spotlit"
      >
        <p class="spotlight-why" role="status">
          <Icon name="star" />
          {w('spotlight')}
        </p>
        <h2 id="spotlit">{titleOf(card)}</h2>
        {card.text && <p class="spotlight-text">{card.text}</p>}
        <p class="spotlight-tools">
          {animates ? (
            <Steps session={session} lead={lead} />
          ) : (
            session.me.value.role !== 'screen' &&
            !lead.held && (
              <button
                type="button"
                class="button quiet"
                onClick={() => {
                  hidden.value = true
                }}
              >
                {w('spotlightHide')}
              </button>
            )
          )}
        </p>
      </section>
    </div>
  )
}

function Steps({ session, lead }: { session: WorkshopSession; lead: Lead }) {
  const ordered = inOrder(session.all('card').value.filter(({ board }) => board === lead.board))
  const before = following(ordered, lead.card, -1)
  const after = following(ordered, lead.card, 1)
  return (
    <>
      {before && (
        <button type="button" class="button" onClick={() => showCard(session, before)}>
          <Icon name="arrow-left" />
          {w('orderPrevious')}
        </button>
      )}
      {after && (
        <button type="button" class="button" onClick={() => showCard(session, after)}>
          <Icon name="arrow-right" />
          {w('orderNext')}
        </button>
      )}
      <button
        type="button"
        class="button primary"
        onClick={() => session.send({ type: 'release_board', board: lead.board })}
      >
        {w('spotlightEnd')}
      </button>
    </>
  )
}
