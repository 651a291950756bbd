// The order in which cards are presented, and the spotlight that goes from one to the next.

import type { Card } from '../../../../protocol/generated/protocol'
import { Chooser } from '../cards/Chooser'
import { act } from '../cards/memory'
import { Icon } from '../parts/Icon'
import type { PanelProps } from '../parts/panel'
import { titleOf } from '../parts/text'
import { showCard } from './show'
import { inOrder, moved, renumber } from './turns'
import { w } from './words'

export default function Order({ session, board, onClose }: PanelProps) {
  const cards = session.where('card', 'board', board.id).value.filter((card) => !card.unplaced)
  const ordered = inOrder(cards)
  const others = cards.filter(({ place }) => place === 0)
  const send = (next: readonly Card[]) => act(session, board.id, renumber(next))
  const remove = (id: number) => {
    const others = renumber(ordered.filter((card) => card.id !== id))
    act(session, board.id, [...others, { type: 'edit_card', card: id, place: 0 }])
  }
  const show = (card: Card) => {
    showCard(session, card)
    onClose()
  }
  return (
    <>
      <p class="hint">{w('orderHint')}</p>
      {ordered.length === 0 && <p>{w('orderNone')}</p>}
      <ol class="lines">
        {ordered.map((card, index) => (
          <li key={card.id} data-card={card.id}>
            <span>
              <span class="rank">{index + 1}</span> {titleOf(card)}
            </span>
            <span class="stepper">
              <IconButton
                icon="chevron-up"
                label={w('orderUp', { title: titleOf(card) })}
                ready={index > 0}
                run={() => send(moved(ordered, card.id, -1))}
              />
              <IconButton
                icon="chevron-down"
                label={w('orderDown', { title: titleOf(card) })}
                ready={index < ordered.length - 1}
                run={() => send(moved(ordered, card.id, 1))}
              />
              <IconButton
                icon="spotlight"
                label={w('orderShow', { title: titleOf(card) })}
                run={() => show(card)}
              />
              <IconButton
                icon="x"
                label={`${w('orderRemove')} : ${titleOf(card)}`}
                run={() => remove(card.id)}
              />
            </span>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <Chooser
          session={session}
          label={w('orderCard')}
          cards={others}
          onChoose={(card) => send([...ordered, card])}
        />
      )}
    </>
  )
}

interface IconButtonProps {
  icon: 'chevron-up' | 'chevron-down' | 'spotlight' | 'x'
  label: string
  ready?: boolean
  run(): void
}

function IconButton({ icon, label, ready = true, run }: IconButtonProps) {
  return (
    <button
      type="button"
      class="button icon-only quiet"
      aria-label={label}
      title={label}
      aria-disabled={!ready}
      onClick={() => ready && run()}
    >
      <Icon name={icon} />
    </button>
  )
}
