// One card of the list: its words, its links, and a line of choices that opens under it.

import type { Signal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Card, Link } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { colorName } from '../cards/choices'
import { draftOf } from '../cards/draft'
import { factsOf, factWords, typeIcon } from '../cards/facts'
import { cardName, cardOrigin, cardReserve } from '../cards/words'
import { linkSentence, linksOf } from '../links/links'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { tongueOf } from '../parts/tongue'
import { useFocusAsked } from './focus'
import type { LineProps, Listing } from './listing'
import { printed } from './paper'
import { isLong, wordsOf } from './reading'

const CardPoints = lazy(() => import('../priorities/CardPoints'), { quiet: true })
const Choices = lazy(() => import('./Choices'))
const WaitingNote = lazy(() => import('./WaitingNote'), { quiet: true })
const WrittenCard = lazy(() => import('./WrittenCard'))

export function CardLine(props: LineProps) {
  const { listing, card } = props
  const writing = listing.writing.value
  return (
    <li class="list-card" data-card={card.id} data-color={card.color}>
      {writing?.card === card.id ? (
        <WrittenCard listing={listing} card={card} begun={writing.begun} />
      ) : (
        <ReadCard {...props} />
      )}
    </li>
  )
}

function ReadCard({ listing, card, zone, zones }: LineProps) {
  const open = listing.open.value.has(card.id)
  const button = useRef<HTMLButtonElement>(null)
  useFocusAsked(listing, card.id, 'edit', button)
  const { actions } = listing
  const name = cardName(card)
  return (
    <>
      <Words listing={listing} card={card} />
      <Facts listing={listing} card={card} />
      <Links listing={listing} card={card} />
      {card.unplaced && <WaitingNote listing={listing} card={card} />}
      <CardPoints session={actions.session} card={card} />
      {actions.mayChange(card) && (
        <div class="list-actions">
          <button
            ref={button}
            type="button"
            class="card-button"
            onClick={() => {
              listing.writing.value = { card: card.id, begun: draftOf(card) }
            }}
          >
            <Icon name="pencil" />
            <span class="list-word">{b('board.edit')}</span>
            <span class="card-unseen"> {name}</span>
          </button>
          <button
            type="button"
            class="card-button"
            aria-expanded={open}
            onClick={() => toggle(listing.open, card.id)}
          >
            <Icon name="ellipsis" />
            <span class="list-word">{b('list.actions')}</span>
            <span class="card-unseen"> {name}</span>
          </button>
        </div>
      )}
      {actions.mayChange(card) && open && <Choices listing={listing} card={card} zone={zone} zones={zones} />}
    </>
  )
}

/** The whole title; of a long text how it begins, and all of it at a press, whether or not one may change it. */
function Words({ listing, card }: { listing: Listing; card: Card }) {
  const { name, rest } = wordsOf(card)
  const long = isLong(rest)
  const whole = long && (printed.value || listing.whole.value.has(card.id))
  const tongue = tongueOf(listing.actions.session)
  return (
    <>
      <h4 lang={tongue}>{name}</h4>
      {rest && (
        <p class="list-text" lang={tongue} data-cut={long && !whole}>
          {rest}
        </p>
      )}
      {long && (
        <button
          type="button"
          class="card-button list-whole"
          aria-expanded={whole}
          onClick={() => toggle(listing.whole, card.id)}
        >
          {b(whole ? 'list.less' : 'list.whole')}
          <span class="card-unseen"> {cardName(card)}</span>
        </button>
      )}
    </>
  )
}

function toggle(set: Signal<ReadonlySet<number>>, card: number): void {
  const next = new Set(set.value)
  if (!next.delete(card)) next.add(card)
  set.value = next
}

function Facts({ listing: { actions }, card }: { listing: Listing; card: Card }) {
  const { session } = actions
  void session.waiting.value
  const told = factsOf(session, card)
  const facts = [
    cardOrigin(session, card),
    colorName(card.color),
    cardReserve(session, card),
    session.isPending('card', card.id) ? b('card.pending') : '',
  ]
  const words = factWords(told)
  return (
    <>
      {words.length > 0 && (
        <p class="list-facts">
          {told.type && <Icon name={typeIcon(told.type)} />}
          {words.join(' · ')}
        </p>
      )}
      <p class="list-facts">{facts.filter(Boolean).join(' · ')}</p>
    </>
  )
}

function Links({ listing: { actions }, card }: { listing: Listing; card: Card }) {
  const links = linksOf(actions, card.id)
  if (links.length === 0) return null
  return (
    <ul class="list-links" aria-label={b('list.links')}>
      {links.map((link) => (
        <li key={link.id}>{linkWords(actions, card, link)}</li>
      ))}
    </ul>
  )
}

function linkWords({ session }: Listing['actions'], card: Card, link: Link): string {
  const outward = link.from === card.id
  const other = session.record('card', outward ? link.to : link.from).value
  const name = other ? cardName(other) : ''
  const words = linkSentence(session, link, outward, name)
  return link.label ? `${words} : ${link.label}` : words
}
