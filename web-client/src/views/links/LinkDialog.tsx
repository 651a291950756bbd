// The links of one card: to take away, to name, and to draw by choosing the other card from a list.

import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { CardActions } from '../cards/actions'
import dialogStyle from '../cards/dialog.css' with { type: 'text' }
import { w } from '../cards/terms'
import { cardName } from '../cards/words'
import { useSaid } from '../parts/say'
import { finder, matches } from '../parts/search'
import { adoptStyle } from '../parts/style'
import { LinkLine } from './LinkLine'
import { LinkTypeChoice } from './LinkTypeChoice'
import { linksOf } from './links'

adoptStyle(dialogStyle)

const mostShown = 40

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
  const wanted = useSignal('')
  const type = useSignal(0)
  const found = linkable(actions, card, wanted.value)
  useSaid(b('card.found', { n: found.length }), wanted.value)
  const choose = (to: number) => {
    wanted.value = ''
    actions.link(card.id, to, type.value)
  }
  return (
    <form
      class="card-link-search"
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = found
        if (first && wanted.value.trim()) choose(first.id)
      }}
    >
      <LinkTypeChoice
        session={actions.session}
        label={w('newLinkType')}
        chosen={type.value}
        onChoose={(chosen) => {
          type.value = chosen
        }}
      />
      <label>
        {b('card.linkToWhich')}
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: a modal dialog opened by the person, whose first field this is.
          autoFocus
          value={wanted.value}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value
          }}
        />
      </label>
      <p>{b('card.found', { n: found.length })}</p>
      <ul class="card-found">
        {found.slice(0, mostShown).map((other) => (
          <li key={other.id}>
            <button
              type="button"
              class="card-found-one"
              data-color={other.color}
              onClick={() => choose(other.id)}
            >
              {cardName(other)}
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

/** Other cards of the board the card does not lead to yet, by what is searched, those called so first; reactive. */
function linkable({ session, board }: CardActions, card: Card, wanted: string): Card[] {
  const linked = new Set(session.where('link', 'from', card.id).value.map(({ to }) => to))
  const found = session
    .where('card', 'board', board)
    .value.filter((other) => other.id !== card.id && !linked.has(other.id))
    .filter(finder(session, wanted))
    .sort((a, b) => cardName(a).localeCompare(cardName(b)))
  const called = new Set(found.filter(({ title }) => matches({ title, text: '' }, wanted)))
  return [...called, ...found.filter((other) => !called.has(other))]
}
