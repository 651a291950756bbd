// The board as a list: the same cards by zone, with everything one can do to them, for keyboards, screen
// readers and phones. Where a card lies says which zone it is in, so moving it to a zone moves it there.

import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Card, Zone } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import { CardActions } from '../cards/actions'
import cardStyle from '../cards/card.css' with { type: 'text' }
import { type Draft, draftOf } from '../cards/draft'
import { byZone, inReadingOrder } from '../cards/zones'
import { opener } from '../parts/adding'
import { lazy } from '../parts/lazy'
import { useSaid } from '../parts/say'
import { finder } from '../parts/search'
import { adoptStyle } from '../parts/style'
import { ListHead } from './ListHead'
import listStyle from './list.css' with { type: 'text' }
import type { Lens, Listing, Part } from './listing'
import { isMine } from './mine'
import { type Order, sorted } from './sort'
import { ZonePart } from './ZonePart'

const LinkDialog = lazy(() => import('../links/LinkDialog'))
const WaitingPart = lazy(() => import('./WaitingPart'), { quiet: true })
adoptStyle(cardStyle)
adoptStyle(listStyle)

interface Props {
  session: WorkshopSession
  board: number
}

export default function List({ session, board }: Props) {
  const record = session.record('board', board).value
  if (!record) return <p class="list-gone">{b('board.gone')}</p>
  return <Cards key={board} session={session} board={board} />
}

function Cards({ session, board }: Props) {
  const listing = useSignal<Listing>({
    actions: new CardActions(session, board),
    linking: useSignal(0),
    open: useSignal<ReadonlySet<number>>(new Set()),
    whole: useSignal<ReadonlySet<number>>(new Set()),
    writing: useSignal<{ card: number; begun: Draft } | undefined>(undefined),
    focus: useSignal<{ card: number; on: 'edit' | 'zone' } | undefined>(undefined),
    looking: {
      wanted: useSignal(''),
      order: useSignal<Order>('place'),
      lens: useSignal<Lens>({ keeps: () => true }),
      mine: useSignal(false),
      narrowed: useSignal(0),
    },
  }).value
  const all = useComputed(() =>
    session.where('card', 'board', board).value.filter((card) => isListed(session, card)),
  ).value
  const { wanted, lens, mine } = listing.looking
  const finds = finder(session, wanted.value)
  const found = all.filter(
    (card) => finds(card) && lens.value.keeps(card) && (!mine.value || isMine(session, card)),
  )
  const zones = inReadingOrder(session.where('zone', 'board', board).value)
  const parts = useParts(listing, found, zones)
  const count = b('list.count', { n: found.length, all: all.length })
  useSaid(count, `${wanted.value} ${lens.value.keeps}`)
  useEffect(() => {
    opener.value = { edit: (card) => edit(listing, card) }
    return () => {
      opener.value = undefined
    }
  }, [])
  return (
    <div class="list">
      <ListHead listing={listing} cards={all} />
      <p class="list-count">{count}</p>
      <WaitingPart listing={listing} />
      {parts.map((part) => (
        <ZonePart key={part.key} listing={listing} part={part} zones={zones} />
      ))}
      {listing.linking.value !== 0 && <Linking listing={listing} />}
    </div>
  )
}

/** Writes the card in its place. */
function edit({ actions, writing }: Listing, id: number): void {
  const card = actions.card(id)
  if (card) writing.value = { card: id, begun: draftOf(card) }
}

/** What waits in the inbox is not on the board yet; what one wrote oneself stands where one wrote it. */
function isListed(session: WorkshopSession, card: Card): boolean {
  return !card.unplaced || isMine(session, card)
}

/** While a card is written the list holds still, or what others do would tear the form from under the hands. */
function useParts(listing: Listing, found: readonly Card[], zones: readonly Zone[]): readonly Part[] {
  const { session } = listing.actions
  const last = useRef<readonly Part[]>([])
  if (!listing.writing.value) {
    last.current = partsOf(listing, found, zones)
    return last.current
  }
  const asNow = (card: Card) => session.record('card', card.id).value ?? card
  return last.current.map((part) => ({ ...part, cards: part.cards.map(asNow) }))
}

function partsOf(listing: Listing, found: readonly Card[], zones: readonly Zone[]): readonly Part[] {
  const { session } = listing.actions
  const { order, lens } = listing.looking
  const authorOf = ({ author }: Card) => session.record('person', author).value?.name ?? ''
  const cards = lens.value.sort?.(found) ?? sorted(found, order.value, authorOf)
  return lens.value.group?.(cards) ?? zoneParts(cards, zones)
}

function zoneParts(cards: readonly Card[], zones: readonly Zone[]): Part[] {
  return byZone(cards, zones)
    .filter(({ zone, cards: held }) => zone !== undefined || held.length > 0 || zones.length === 0)
    .map(({ zone, cards: held }) => ({
      key: String(zone?.id ?? 0),
      title: zone?.title ?? b('list.outside'),
      color: zone?.color ?? 'sand',
      zone,
      takes: true,
      cards: held,
    }))
}

function Linking({ listing: { actions, linking, focus } }: { listing: Listing }) {
  const close = () => {
    focus.value = { card: linking.value, on: 'edit' }
    linking.value = 0
  }
  return <LinkDialog actions={actions} card={linking.value} onClose={close} />
}
