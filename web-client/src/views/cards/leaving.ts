// When somebody leaves a form for something else: by pressing something outside of it, or by Tab. That a field lost
// the keyboard says nothing by itself: so it does when one presses a label or the empty space of the form, when the
// keyboard of a phone is put away, and when something takes the focus by somebody else's act.
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** What lies over the page and may be answered in the middle of writing. */
const aside = '.notices'

/** Listens for as long as the form is there. */
export function useLeaving(form: RefObject<HTMLElement | null>, leave: () => void): void {
  const latest = useRef(leave)
  latest.current = leave
  useEffect(() => {
    const leaving = new Leaving(form.current as HTMLElement, () => latest.current())
    return () => leaving.stop()
  }, [])
}

class Leaving {
  private readonly end = new AbortController()
  private byTab = false
  /** The press of which the click comes was told of already. */
  private told = false

  constructor(
    private readonly form: HTMLElement,
    private readonly leave: () => void,
  ) {
    const { signal } = this.end
    const early = { signal, capture: true }
    // A finger that scrolls presses nothing; where a surface keeps the mouse event for itself there is a click.
    document.addEventListener('mousedown', (event) => this.pressed(event), early)
    document.addEventListener('click', (event) => this.clicked(event), early)
    document.addEventListener('keydown', (event) => this.typed(event), early)
    form.addEventListener('focusout', (event) => this.left(event), { signal })
  }

  stop(): void {
    this.end.abort()
  }

  private pressed({ target }: Event): void {
    this.told = target instanceof Element && !this.isHere(target)
    if (!this.told) return
    // What a field takes when it is left, such as a tag, is taken before.
    const field = document.activeElement
    if (field instanceof HTMLElement && this.form.contains(field)) field.blur()
    this.leave()
  }

  private clicked(event: Event): void {
    if (!this.told) this.pressed(event)
    this.told = false
  }

  private typed(event: KeyboardEvent): void {
    this.byTab = event.key === 'Tab'
  }

  private left({ relatedTarget }: FocusEvent): void {
    if (this.byTab && relatedTarget instanceof Element && !this.isHere(relatedTarget)) this.leave()
  }

  private isHere(element: Element): boolean {
    return this.form.contains(element) || element.closest(aside) !== null
  }
}
