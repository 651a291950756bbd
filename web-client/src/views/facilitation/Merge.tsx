// Two cards that say the same become one; both texts, authors and links stay.
import { useSignal } from '@preact/signals'
import type { Card } from '../../../../protocol/generated/protocol'
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
    session.send({ type: 'merge_cards', kept: keep.id, gone: lose.id })
    onClose()
  }
  return (
    <Dialog title={w('merge')} drawer onClose={onClose}>
      <p class="hint">{w('mergeHint')}</p>
      <form onSubmit={merge}>
        <Choice label={w('mergeKeep')} cards={cards} chosen={kept} but={gone.value} />
        <Choice label={w('mergeGone')} cards={cards} chosen={gone} but={kept.value} />
        {keep && lose && (
          <section aria-labelledby="merged">
            <h3 id="merged">{w('mergePreview')}</h3>
            <p>
              <strong>{titleOf(keep)}</strong>
            </p>
            <p class="merged-text">{joined(keep, lose)}</p>
          </section>
        )}
        <button type="submit" class="button primary" aria-disabled={!keep || !lose}>
          {w('mergeDo')}
        </button>
      </form>
    </Dialog>
  )
}

/** As the server joins them. */
function joined(keep: Card, lose: Card): string {
  const words = [lose.title, lose.text].filter(Boolean).join('\n')
  return [keep.text, words].filter(Boolean).join('\n\n')
}

interface ChoiceProps {
  label: string
  cards: readonly Card[]
  chosen: { value: number }
  but: number
}

function Choice({ label, cards, chosen, but }: ChoiceProps) {
  return (
    <p>
      <label>
        {label}
        <br />
        <select
          value={chosen.value}
          onChange={({ currentTarget }) => {
            chosen.value = Number(currentTarget.value)
          }}
        >
          <option value={0}>{w('mergeChoose')}</option>
          {cards
            .filter(({ id }) => id !== but)
            .map((card) => (
              <option key={card.id} value={card.id}>
                {titleOf(card)}
              </option>
            ))}
        </select>
      </label>
    </p>
  )
}
