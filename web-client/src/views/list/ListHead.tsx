// Over the list: finding by words, what is mine, and, folded where there is little room, how it is narrowed and sorted
// and what is done with all of it.
import { useSignal } from '@preact/signals'
import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import type { Listing } from './listing'
import { isMine } from './mine'

const Ordering = lazy(() => import('./Ordering'))
const ListTools = lazy(() => import('./ListTools'))
const Undoing = lazy(() => import('../cards/Undoing'), { quiet: true })

export function ListHead({ listing, cards }: { listing: Listing; cards: readonly Card[] }) {
  const { actions, looking } = listing
  const unfolded = useSignal(false)
  return (
    <div class="list-head" data-unfolded={unfolded.value}>
      <label class="list-find">
        <span>{b('list.find')}</span>
        <input
          type="search"
          data-key="/"
          placeholder={b('list.find')}
          value={looking.wanted.value}
          onInput={({ currentTarget }) => {
            looking.wanted.value = currentTarget.value
          }}
        />
      </label>
      {actions.session.me.value.person !== 0 && <Mine listing={listing} cards={cards} />}
      <button
        type="button"
        class="card-button list-fold"
        aria-expanded={unfolded.value}
        onClick={() => {
          unfolded.value = !unfolded.value
        }}
      >
        <Icon name="settings-2" />
        <span class="list-word">{b('list.sortAndNarrow')}</span>
        {looking.narrowed.value > 0 && <span class="list-zone-count">{looking.narrowed.value}</span>}
      </button>
      <div class="list-ordering">
        <Ordering session={actions.session} cards={cards} looking={looking} />
        {actions.allowed && (
          <span class="list-undo">
            <Undoing actions={actions} />
          </span>
        )}
        {actions.allowed && <ListTools actions={actions} />}
      </div>
    </div>
  )
}

function Mine({ listing: { actions, looking }, cards }: { listing: Listing; cards: readonly Card[] }) {
  const { mine } = looking
  const count = cards.filter((card) => isMine(actions.session, card)).length
  return (
    <button
      type="button"
      class="card-button list-mine"
      aria-pressed={mine.value}
      onClick={() => {
        mine.value = !mine.value
      }}
    >
      <Icon name="user-round" />
      {b('list.mine')}
      <span class="list-zone-count">{count}</span>
    </button>
  )
}
