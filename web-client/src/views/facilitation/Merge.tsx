// Cards that say the same become one; all texts, authors and links stay. Begins with the cards that are chosen.

import { useSignal } from '@preact/signals'
import type { Card } from '../../../../protocol/generated/protocol'
import { Chooser } from '../cards/Chooser'
import { c } from '../cards/choosewords'
import { act } from '../cards/memory'
import { fits, mergedAll } from '../cards/together'
import { cardName } from '../cards/words'
import { Dialog } from '../parts/Dialog'
import { Icon } from '../parts/Icon'
import type { PanelProps } from '../parts/panel'
import { titleOf } from '../parts/text'
import { w } from './words'

interface Props extends PanelProps {
  chosen?: readonly number[]
}

/** Over the board, from where cards are chosen; in the animators' place it is a page. */
export default function Merge(props: Props) {
  return (
    <Dialog title={w('merge')} drawer onClose={props.onClose}>
      <MergeForm {...props} />
    </Dialog>
  )
}

export function MergeForm({ session, board, chosen = [], onClose }: Props) {
  const ids = useSignal(chosen)
  const kept = useSignal(chosen[0] ?? 0)
  const all = session.where('card', 'board', board.id).value.filter(isEverybodys)
  const together = ids.value.flatMap((id) => all.find((card) => card.id === id) ?? [])
  const keep = together.find(({ id }) => id === kept.value) ?? together[0]
  const gone = together.filter((card) => card !== keep)
  const result = keep && mergedAll(keep, gone)
  const ready = result !== undefined && gone.length > 0 && fits(result)
  const merge = () => {
    if (!keep || !ready) return
    act(
      session,
      board.id,
      gone.map(({ id }) => ({ type: 'merge_cards' as const, kept: keep.id, gone: id })),
    )
    onClose()
  }
  return (
    <>
      <p class="hint">{w('mergeHint')}</p>
      {together.length > 0 && (
        <Together
          cards={together}
          kept={keep}
          onKeep={(id) => {
            kept.value = id
          }}
          onLess={(id) => {
            ids.value = ids.value.filter((one) => one !== id)
          }}
        />
      )}
      <button type="button" class="button primary" aria-disabled={!ready} onClick={merge}>
        <Icon name="merge" />
        {c('mergeDo', { n: together.length })}
      </button>
      {result && gone.length > 0 && <Preview card={result} />}
      <Chooser
        session={session}
        label={c('mergeAdd')}
        first={together.length === 0}
        cards={all.filter((card) => !ids.value.includes(card.id))}
        onChoose={({ id }) => {
          ids.value = [...ids.value, id]
        }}
      />
    </>
  )
}

function isEverybodys({ audience, unplaced }: Card): boolean {
  return audience === 'everyone' && !unplaced
}

interface TogetherProps {
  cards: readonly Card[]
  kept: Card | undefined
  onKeep(card: number): void
  onLess(card: number): void
}

function Together({ cards, kept, onKeep, onLess }: TogetherProps) {
  return (
    <fieldset class="merge-together">
      <legend>{c('mergeWhich')}</legend>
      {cards.map((card) => (
        <p key={card.id} class="merge-one">
          <label class="choice-line">
            <input type="radio" name="kept" checked={card === kept} onChange={() => onKeep(card.id)} />
            {cardName(card)}
          </label>
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={c('mergeLess', { name: cardName(card) })}
            onClick={() => onLess(card.id)}
          >
            <Icon name="x" />
          </button>
        </p>
      ))}
    </fieldset>
  )
}

function Preview({ card }: { card: Card }) {
  return (
    <section aria-labelledby="merged">
      <h3 id="merged">{w('mergePreview')}</h3>
      <p>
        <strong>{titleOf(card)}</strong>
      </p>
      <p class="merged-text">{card.text}</p>
      {!fits(card) && <p class="error">{c('mergeLong')}</p>}
    </section>
  )
}
