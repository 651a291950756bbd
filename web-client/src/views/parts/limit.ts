// A field takes no more than may be sent. The server counts bytes, people count signs: what does not fit is refused
// where it is put, sign by sign, and told; of a paste as much is taken as fits, and all that stood there stays.
import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { graphemes } from './letters'

type Control = HTMLInputElement | HTMLTextAreaElement

const encoder = new TextEncoder()
/** What says before it happens what it puts, and where. */
const foretold = ['insertText', 'insertFromPaste', 'insertLineBreak']

/** Bytes of a text as it is sent: a tab is two spaces. */
export function sizeOf(text: string): number {
  return encoder.encode(text.replace(/\t/g, '  ')).length
}

/** As many signs of what is put as fit with what stays. */
export function fitting(put: string, stays: string, bytes: number): string {
  let room = bytes - sizeOf(stays)
  let fits = ''
  for (const sign of graphemes(put)) {
    room -= sizeOf(sign)
    if (room < 0) break
    fits += sign
  }
  return fits
}

/** What was put into the text `before`, up to the caret, is taken as far as it fits. */
export function within(before: string, text: string, caret: number, bytes: number) {
  let start = 0
  while (start < caret && before[start] === text[start]) start++
  const put = text.slice(start, caret)
  const stays = [text.slice(0, start), text.slice(caret)] as const
  const fits = sizeOf(text) > bytes ? fitting(put, stays.join(''), bytes) : put
  return { text: stays.join(fits), caret: start + fits.length, left: put.slice(fits.length) }
}

/** The words that were left out last; empty again with the next that fit. */
export function useLimit(field: RefObject<Control | null>, bytes: number): Signal<string> {
  const left = useSignal('')
  useEffect(() => {
    const limit = new Limit(field.current as Control, bytes, (words) => {
      left.value = words
    })
    return () => limit.stop()
  }, [bytes])
  return left
}

class Limit {
  private readonly end = new AbortController()
  private before: string

  constructor(
    private readonly field: Control,
    private readonly bytes: number,
    private readonly tell: (left: string) => void,
  ) {
    this.before = field.value
    const { signal } = this.end
    field.addEventListener('beforeinput', (event) => this.asked(event as InputEvent), { signal })
    field.addEventListener('input', (event) => this.put(event as InputEvent), { signal, capture: true })
    field.addEventListener('compositionend', () => this.trim(), { signal })
  }

  stop(): void {
    this.end.abort()
  }

  /** Before it is there: so the browser's own undo goes on. */
  private asked(event: InputEvent): void {
    this.before = this.field.value
    const put = event.data ?? event.dataTransfer?.getData('text/plain') ?? '\n'
    if (event.isComposing || !event.cancelable || !foretold.includes(event.inputType)) return
    const { selectionStart, selectionEnd, value } = this.field
    const stays = value.slice(0, selectionStart ?? 0) + value.slice(selectionEnd ?? 0)
    if (sizeOf(stays + put) <= this.bytes) return
    event.preventDefault()
    const fits = fitting(put, stays, this.bytes)
    if (fits) document.execCommand('insertText', false, fits)
    this.tell(put.slice(fits.length))
  }

  private put(event: InputEvent): void {
    if (!event.isComposing) this.trim()
  }

  private trim(): void {
    const { field, before, bytes } = this
    const { text, caret, left } = within(before, field.value, field.selectionEnd ?? 0, bytes)
    this.before = text
    this.tell(left)
    if (!left) return
    field.value = text
    field.setSelectionRange(caret, caret)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    this.tell(left)
  }
}
