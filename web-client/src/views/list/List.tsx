// The board as a list: the same cards by zone, with everything one can do to them, for keyboards, screen
// readers and phones. Where a card lies says which zone it is in, so moving it to a zone moves it there.
import { type Signal, useComputed, useSignal } from '@preact/signals'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { CardActions } from '../card/actions'
import cardStyle from '../card/card.css' with { type: 'text' }
import { pressHistory } from '../card/keys'
import { LinkDialog } from '../card/LinkDialog'
import { matches } from '../card/search'
import { adoptStyle } from '../card/style'
import { byZone, inReadingOrder } from '../card/zones'
import { Icon } from '../parts/Icon'
import listStyle from './list.css' with { type: 'text' }
import { type Order, orders, sorted } from './sort'
import { ZonePart } from './ZonePart'

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
  /** The card the keyboard goes to once it is drawn, 0 for none. */
  readonly focus: Signal<number>
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
    focus: useSignal(0),
  }).value
  const wanted = useSignal('')
  const order = useSignal<Order>('place')
  const all = useComputed(() => session.all('card').value.filter((card) => card.board === board)).value
  const zones = useComputed(() =>
    inReadingOrder(session.all('zone').value.filter((zone) => zone.board === board)),
  ).value
  const found = all.filter((card) => matches(card, wanted.value))
  const authorOf = (author: number) => session.record('person', author).value?.name ?? ''
  const parts = byZone(
    sorted(found, order.value, (card) => authorOf(card.author)),
    zones,
  )
  const shown = parts.filter(
    ({ zone, cards }) => zone !== undefined || cards.length > 0 || zones.length === 0,
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo and redo by keys, wherever the keyboard is in the list.
    <div class="list" onKeyDown={(event) => pressHistory(listing.actions, event)}>
      <Head listing={listing} wanted={wanted} order={order} />
      <p role="status" class="list-count">
        {t('list.count', { n: found.length, all: all.length })}
      </p>
      {shown.map(({ zone, cards }) => (
        <ZonePart key={zone?.id ?? 0} listing={listing} zone={zone} zones={zones} cards={cards} />
      ))}
      {listing.linking.value !== 0 && <Linking listing={listing} />}
    </div>
  )
}

function Linking({ listing: { actions, linking, focus } }: { listing: Listing }) {
  const close = () => {
    focus.value = linking.value
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
