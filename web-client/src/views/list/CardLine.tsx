// One card of the list: its words, its links, and a line of choices that opens under it.
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Audience, Card, Color, Link, Zone } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { audienceName, audiences, colorName } from '../card/choices'
import { colors } from '../card/colors'
import { draftOf } from '../card/draft'
import { factsOf, factWords, typeIcon } from '../card/facts'
import { linkSentence, linksOf } from '../card/links'
import { cardName, cardOrigin, cardReserve } from '../card/words'
import { placeIn, placeOutside } from '../card/zones'
import { placeCards } from '../facilitate/place'
import { Icon } from '../parts/Icon'
import { lazy, whenIdle } from '../parts/lazy'
import type { Listing } from './List'

const CardPoints = lazy(() => import('../facilitate/CardPoints'), { quiet: true })
const WrittenCard = lazy(() => import('./WrittenCard'))
whenIdle(WrittenCard.preload)

interface Props {
  listing: Listing
  card: Card
  zone: Zone | undefined
  zones: readonly Zone[]
}

export function CardLine(props: Props) {
  const { listing, card } = props
  const writing = listing.writing.value
  return (
    <li class="list-card" data-color={card.color}>
      {writing?.card === card.id ? (
        <WrittenCard listing={listing} card={card} begun={writing.begun} />
      ) : (
        <ReadCard {...props} />
      )}
    </li>
  )
}

function ReadCard({ listing, card, zone, zones }: Props) {
  const open = listing.open.value.has(card.id)
  const button = useRef<HTMLButtonElement>(null)
  useFocusAsked(listing, card.id, 'edit', button)
  const { actions } = listing
  const name = cardName(card)
  return (
    <>
      <h4>{name}</h4>
      {card.title.trim() && card.text && <p class="list-text">{card.text}</p>}
      <Facts listing={listing} card={card} />
      <Links listing={listing} card={card} />
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
            {t('board.edit')}
            <span class="card-unseen"> {name}</span>
          </button>
          <button
            type="button"
            class="card-button"
            aria-expanded={open}
            onClick={() => toggle(listing, card.id)}
          >
            <Icon name="ellipsis" />
            {t('list.actions')}
            <span class="card-unseen"> {name}</span>
          </button>
        </div>
      )}
      {actions.mayChange(card) && open && <Choices listing={listing} card={card} zone={zone} zones={zones} />}
    </>
  )
}

/** The keyboard comes back to the card that was written, linked, or moved to another zone. */
function useFocusAsked(
  { focus }: Listing,
  card: number,
  on: 'edit' | 'zone',
  control: { current: HTMLElement | null },
): void {
  const asked = focus.value?.card === card && focus.value.on === on
  useLayoutEffect(() => {
    if (!asked || !control.current) return
    control.current.focus()
    focus.value = undefined
  })
}

function toggle({ open }: Listing, card: number): void {
  const next = new Set(open.value)
  if (!next.delete(card)) next.add(card)
  open.value = next
}

function Facts({ listing: { actions }, card }: { listing: Listing; card: Card }) {
  const { session } = actions
  void session.waiting.value
  const told = factsOf(session, card)
  const facts = [
    cardOrigin(session, card),
    colorName(card.color),
    cardReserve(session, card),
    session.isPending('card', card.id) ? t('card.pending') : '',
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
    <ul class="list-links" aria-label={t('list.links')}>
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

function Choices({ listing, card, zone, zones }: Props) {
  const { actions, linking } = listing
  const name = cardName(card)
  return (
    <fieldset class="list-choices">
      <legend class="card-unseen">{t('list.actionsOn', { name })}</legend>
      {(!card.unplaced || actions.session.can.animate()) && (
        <ZoneChoice listing={listing} card={card} zone={zone} zones={zones} />
      )}
      <ColorChoice listing={listing} card={card} />
      {actions.maySetAudience(card) && <AudienceChoice listing={listing} card={card} />}
      <button
        type="button"
        class="card-button"
        onClick={() => {
          linking.value = card.id
        }}
      >
        <Icon name="spline" />
        {t('board.links')}
        <span class="card-unseen"> {name}</span>
      </button>
      <button type="button" class="card-button" onClick={() => actions.duplicate([card.id])}>
        <Icon name="copy" />
        {t('board.duplicate')}
        <span class="card-unseen"> {name}</span>
      </button>
      <button type="button" class="card-button" onClick={() => actions.drop([card.id])}>
        <Icon name="trash-2" />
        {t('board.drop')}
        <span class="card-unseen"> {name}</span>
      </button>
    </fieldset>
  )
}

/** The choice of a card that has no place yet; no zone has this id. */
const waiting = -1

function ZoneChoice({ listing, card, zone, zones }: Props) {
  const { actions } = listing
  const select = useRef<HTMLSelectElement>(null)
  useFocusAsked(listing, card.id, 'zone', select)
  const go = (id: number) => {
    const cards = actions.session
      .all('card')
      .peek()
      .filter(({ board, id: other }) => board === card.board && other !== card.id)
    const target = zones.find((one) => one.id === id)
    const at = target ? placeIn(target, cards, card) : placeOutside(zones, cards)
    listing.focus.value = { card: card.id, on: 'zone' }
    if (card.unplaced) placeCards(actions.session, [card], target)
    else actions.move([{ id: card.id, ...at }])
  }
  return (
    <label>
      <span>{t('card.zone')}</span>
      <select
        ref={select}
        value={card.unplaced ? waiting : (zone?.id ?? 0)}
        onChange={({ currentTarget }) => go(Number(currentTarget.value))}
      >
        {card.unplaced && <option value={waiting}>{t('list.waiting')}</option>}
        {zones.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value={0}>{t('list.outside')}</option>
      </select>
    </label>
  )
}

function ColorChoice({ listing: { actions }, card }: { listing: Listing; card: Card }) {
  return (
    <label>
      <span>{t('card.color')}</span>
      <select
        value={card.color}
        onChange={({ currentTarget }) => actions.edit([card.id], { color: currentTarget.value as Color })}
      >
        {colors.map((color) => (
          <option key={color} value={color}>
            {colorName(color)}
          </option>
        ))}
      </select>
    </label>
  )
}

function AudienceChoice({ listing: { actions }, card }: { listing: Listing; card: Card }) {
  const offered = audiences(actions.session.can.animate())
  const all = offered.includes(card.audience) ? offered : [card.audience, ...offered]
  return (
    <label>
      <span>{t('card.audience')}</span>
      <select
        value={card.audience}
        onChange={({ currentTarget }) => actions.show([card.id], currentTarget.value as Audience)}
      >
        {all.map((audience) => (
          <option key={audience} value={audience}>
            {audienceName(audience)}
          </option>
        ))}
      </select>
    </label>
  )
}
