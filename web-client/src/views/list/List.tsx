// The board as a list: the same cards by zone, with everything one can do to them, for keyboards, screen
// readers and phones. Where a card lies says which zone it is in, so moving it to a zone moves it there.
import { type Signal, useComputed, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Card, Zone } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { CardActions } from '../card/actions'
import cardStyle from '../card/card.css' with { type: 'text' }
import type { Draft } from '../card/draft'
import { pressHistory } from '../card/keys'
import { matches } from '../card/search'
import { adoptStyle } from '../card/style'
import { byZone, inReadingOrder } from '../card/zones'
import { Icon } from '../parts/Icon'
import { lazy, whenIdle } from '../parts/lazy'
import listStyle from './list.css' with { type: 'text' }
import { type Order, orders, sorted } from './sort'
import { ZonePart } from './ZonePart'

const LinkDialog = lazy(() => import('../card/LinkDialog'))
whenIdle(LinkDialog.preload)
adoptStyle(cardStyle)
adoptStyle(listStyle)

interface Props {
  session: WorkshopSession
  board: number
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
  }).value
  const wanted = useSignal('')
  const order = useSignal<Order>('place')
  const all = useComputed(() => session.all('card').value.filter((card) => card.board === board)).value
  const found = all.filter((card) => matches(card, wanted.value))
  const parts = useParts(listing, found, order.value)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo and redo by keys, wherever the keyboard is in the list.
    <div class="list" onKeyDown={(event) => pressHistory(listing.actions, event)}>
      <Head listing={listing} wanted={wanted} order={order} />
      <p role="status" class="list-count">
        {t('list.count', { n: found.length, all: all.length })}
      </p>
      {parts.map(({ zone, cards }) => (
        <ZonePart key={zone?.id ?? 0} listing={listing} zone={zone} zones={zonesOf(parts)} cards={cards} />
      ))}
      {listing.linking.value !== 0 && <Linking listing={listing} />}
    </div>
  )
}

interface Part {
  readonly zone: Zone | undefined
  readonly cards: readonly Card[]
}

/** While a card is written the list holds still, or what others do would tear the form from under the hands. */
function useParts(listing: Listing, found: readonly Card[], order: Order): readonly Part[] {
  const { session, board } = listing.actions
  const last = useRef<readonly Part[]>([])
  const zones = inReadingOrder(session.all('zone').value.filter((zone) => zone.board === board))
  if (!listing.writing.value) {
    const authorOf = ({ author }: Card) => session.record('person', author).value?.name ?? ''
    const parts = byZone(sorted(found, order, authorOf), zones)
    last.current = parts.filter(
      ({ zone, cards }) => zone !== undefined || cards.length > 0 || zones.length === 0,
    )
    return last.current
  }
  const asNow = (card: Card) => session.record('card', card.id).value ?? card
  return last.current.map(({ zone, cards }) => ({ zone, cards: cards.map(asNow) }))
}

function zonesOf(parts: readonly Part[]): Zone[] {
  return parts.flatMap(({ zone }) => zone ?? [])
}

function Linking({ listing: { actions, linking, focus } }: { listing: Listing }) {
  const close = () => {
    focus.value = { card: linking.value, on: 'edit' }
    linking.value = 0
  }
  return <LinkDialog actions={actions} card={linking.value} onClose={close} />
}

interface HeadProps {
  listing: Listing
  wanted: Signal<string>
  order: Signal<Order>
}

function Head({ listing: { actions }, wanted, order }: HeadProps) {
  return (
    <div class="list-head">
      <label>
        <span>{t('list.find')}</span>
        <input
          type="search"
          value={wanted.value}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value
          }}
        />
      </label>
      <label>
        <span>{t('list.sort')}</span>
        <select
          value={order.value}
          onChange={({ currentTarget }) => {
            order.value = currentTarget.value as Order
          }}
        >
          {orders.map((one) => (
            <option key={one} value={one}>
              {t(`sort.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {actions.allowed && <Undoing actions={actions} />}
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
