// Whether keys of one sign count everywhere on the page, or only where the keyboard is on the board.
import { signal } from '@preact/signals'
import { browserShelf } from '../../browser'

const key = 'archipel.signs'

export const signs = signal(browserShelf.getItem(key) !== 'off')

export function chooseSigns(on: boolean): void {
  signs.value = on
  browserShelf.setItem(key, on ? 'on' : 'off')
}
