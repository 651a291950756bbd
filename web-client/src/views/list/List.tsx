// The board as a list: the same cards by zone, with everything one can do to them, for keyboards, screen
// readers and phones. Where a card lies says which zone it is in, so moving it to a zone moves it there.
import { type Signal, useComputed, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Card, Zone } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { CardActions } from '../cards/actions'
import cardStyle from '../cards/card.css' with { type: 'text' }
import type { Draft } from '../cards/draft'
import { pressHistory } from '../cards/keys'
import { byZone, inReadingOrder } from '../cards/zones'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { matches } from '../parts/search'
import { adoptStyle } from '../parts/style'
import listStyle from './list.css' with { type: 'text' }
import { type Order, sorted } from './sort'
import { type Part, ZonePart } from './ZonePart'

const LinkDialog = lazy(() => import('../links/LinkDialog'))
const Ordering = lazy(() => import('./Ordering'))
const ListTools = lazy(() => import('./ListTools'))
const WaitingPart = lazy(() => import('./WaitingPart'), { quiet: true })
adoptStyle(cardStyle)
adoptStyle(listStyle)

interface Props {
  session: WorkshopSession
  board: number
}

/** What fields make of the list (lens.ts): which cards it keeps, and how it sorts and groups them when not by
 * what the list knows by itself. */
export interface Lens {
  keeps(card: Card): boolean
  sort?: ((cards: readonly Card[]) => Card[]) | undefined
  group?: ((cards: readonly Card[]) => Part[]) | undefined
}

/** Which cards are shown, in what order and under what headings. */
export interface ListLooking {
  readonly wanted: Signal<string>
  readonly order: Signal<Order>
  readonly lens: Signal<Lens>
}

/** What the parts of the list share. */
export interface Listing {
  readonly actions: CardActions
  /** The card whose links are open, 0 for none. */
  readonly linking: Signal<number>
  /** Cards whose choices are shown; kept here, for a card that moves to another zone is drawn anew. */
  readonly open: Signal<ReadonlySet<number>>
  /** The card that is being written, and how it was when that began. */
  readonly writing: Signal<{ card: number; begun: Draft } | undefined>
  /** Where the keyboard goes once it is drawn. */
  readonly focus: Signal<{ card: number; on: 'edit' | 'zone' } | undefined>
  readonly looking: ListLooking
}

export default function List({ session, board }: Props) {
  const record = session.record('board', board).value
  if (!record) return <p class="list-gone">{t('board.gone')}</p>
  return <Cards key={board} session={session} board={board} />
}

function Cards({ session, board }: Props) {
  const listing = useSignal<Listing>({
    actions: new CardActions(session, board),
    linking: useSignal(0),
    open: useSignal<ReadonlySet<number>>(new Set()),
    writing: useSignal<{ card: number; begun: Draft } | undefined>(undefined),
    focus: useSignal<{ card: number; on: 'edit' | 'zone' } | undefined>(undefined),
    looking: {
      wanted: useSignal(''),
      order: useSignal<Order>('place'),
      lens: useSignal<Lens>({ keeps: () => true }),
    },
  }).value
  const all = useComputed(() => session.all('card').value.filter((card) => isListed(card, board))).value
  const { wanted, lens } = listing.looking
  const found = all.filter((card) => matches(card, wanted.value) && lens.value.keeps(card))
  const zones = inReadingOrder(session.all('zone').value.filter((zone) => zone.board === board))
  const parts = useParts(listing, found, zones)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo and redo by keys, wherever the keyboard is in the list.
    <div class="list" onKeyDown={(event) => pressHistory(listing.actions, event)}>
      <Head listing={listing} cards={all} />
      <p role="status" class="list-count">
        {t('list.count', { n: found.length, all: all.length })}
      </p>
      <WaitingPart listing={listing} />
      {parts.map((part) => (
        <ZonePart key={part.key} listing={listing} part={part} zones={zones} />
      ))}
      {listing.linking.value !== 0 && <Linking listing={listing} />}
    </div>
  )
}

/** What waits in the inbox is not on the board yet. */
function isListed(card: Card, board: number): boolean {
  return card.board === board && !card.unplaced
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
      title: zone?.title ?? t('list.outside'),
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

function Head({ listing, cards }: { listing: Listing; cards: readonly Card[] }) {
  const { actions, looking } = listing
  return (
    <div class="list-head">
      <label>
        <span>{t('list.find')}</span>
        <input
          type="search"
          value={looking.wanted.value}
          onInput={({ currentTarget }) => {
            looking.wanted.value = currentTarget.value
          }}
        />
      </label>
      <Ordering session={actions.session} cards={cards} looking={looking} />
      {actions.allowed && <Undoing actions={actions} />}
      {actions.allowed && <ListTools actions={actions} />}
    </div>
  )
}

function Undoing({ actions }: { actions: CardActions }) {
  const { history } = actions
  return (
    <span class="list-undo">
      <button
        type="button"
        class="card-button"
        aria-disabled={!history.canUndo.value}
        onClick={() => history.canUndo.value && actions.undo()}
      >
        <Icon name="undo-2" />
        {t('board.undo')}
      </button>
      <button
        type="button"
        class="card-button"
        aria-disabled={!history.canRedo.value}
        onClick={() => history.canRedo.value && actions.redo()}
      >
        <Icon name="redo-2" />
        {t('board.redo')}
      </button>
    </span>
  )
}
