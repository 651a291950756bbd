// A card chosen from many: searched by words, then picked. One for all who ask for a card.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Card } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { useSaid } from '../parts/say'
import { adoptStyle } from '../parts/style'
import { c } from './choosewords'
import dialogStyle from './dialog.css' with { type: 'text' }
import { foundBy } from './found'
import { cardName } from './words'

adoptStyle(dialogStyle)

const mostShown = 40

interface Props {
  session: WorkshopSession
  label: string
  /** Those to choose from, in any order. */
  cards: readonly Card[]
  /** The keyboard goes to the search at once. */
  first?: boolean
  onChoose(card: Card): void
  /** What else the choice is about, above the search. */
  children?: ComponentChildren
}

export function Chooser({ session, label, cards, first = false, onChoose, children }: Props) {
  const wanted = useSignal('')
  const found = foundBy(session, cards, wanted.value)
  const count = c('found', { n: found.length })
  useSaid(count, wanted.value)
  const choose = (card: Card | undefined) => {
    if (!card) return
    wanted.value = ''
    onChoose(card)
  }
  return (
    <form
      class="card-link-search"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted.value.trim()) choose(found[0])
      }}
    >
      {children}
      <label>
        {label}
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: in a modal dialog opened by the person, whose first field this is.
          autoFocus={first}
          value={wanted.value}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value
          }}
        />
      </label>
      <p>{count}</p>
      <ul class="card-found">
        {found.slice(0, mostShown).map((card) => (
          <li key={card.id}>
            <button type="button" class="card-found-one" data-color={card.color} onClick={() => choose(card)}>
              {cardName(card)}
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
