// A long list shows as many lines as one reads before one searches; a button shows the next.
import type { Signal } from '@preact/signals'

export const linesAtOnce = 60

interface Props {
  shown: Signal<number>
  total: number
  label(lines: number): string
}

export function More({ shown, total, label }: Props) {
  const next = Math.min(linesAtOnce, total - shown.value)
  if (next <= 0) return null
  const show = () => {
    shown.value += next
  }
  return (
    <button type="button" class="card-button" onClick={show}>
      {label(next)}
    </button>
  )
}
