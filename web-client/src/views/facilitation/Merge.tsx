// Two cards that say the same become one; both texts, authors and links stay.

import { useSignal } from '@preact/signals'
import type { Card } from '../../../../protocol/generated/protocol'
import { act } from '../cards/memory'
import { merged } from '../cards/merging'
import { Choice } from '../parts/Choice'
import { Dialog } from '../parts/Dialog'
import type { PanelProps } from '../parts/panel'
import { titleOf } from '../parts/text'
import { w } from './words'

export default function Merge({ session, board, onClose }: PanelProps) {
  const kept = useSignal(0)
  const gone = useSignal(0)
  const cards = session
    .where('card', 'board', board.id)
    .value.filter((card) => card.audience === 'everyone')
    .sort((a, b) => titleOf(a).localeCompare(titleOf(b)))
  const find = (id: number) => cards.find((card) => card.id === id)
  const [keep, lose] = [find(kept.value), find(gone.value)]
  const merge = (event: Event) => {
    event.preventDefault()
    if (!keep || !lose || keep === lose) return
    act(session, board.id, { type: 'merge_cards', kept: keep.id, gone: lose.id })
    onClose()
  }
  return (
    <Dialog title={w('merge')} drawer onClose={onClose}>
      <p class="hint">{w('mergeHint')}</p>
      <form onSubmit={merge}>
        <CardChoice label={w('mergeKeep')} cards={cards} chosen={kept} but={gone.value} />
        <CardChoice label={w('mergeGone')} cards={cards} chosen={gone} but={kept.value} />
        {keep && lose && (
          <section aria-labelledby="merged">
            <h3 id="merged">{w('mergePreview')}</h3>
            <p>
              <strong>{titleOf(keep)}</strong>
            </p>
            <p class="merged-text">{merged(keep, lose).text}</p>
          </section>
        )}
        <button type="submit" class="button primary" aria-disabled={!keep || !lose}>
          {w('mergeDo')}
        </button>
      </form>
    </Dialog>
  )
}

interface CardChoiceProps {
  label: string
  cards: readonly Card[]
  chosen: { value: number }
  but: number
}

function CardChoice({ label, cards, chosen, but }: CardChoiceProps) {
  const others = cards.filter(({ id }) => id !== but)
  return (
    <Choice
      label={label}
      value={chosen.value}
      options={[
        { value: 0, label: w('mergeChoose') },
        ...others.map((card) => ({ value: card.id, label: titleOf(card) })),
      ]}
      onChoose={(card) => {
        chosen.value = card
      }}
    />
  )
}
