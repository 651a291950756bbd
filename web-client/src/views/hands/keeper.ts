// The keyboard keeps its place. Where the element that had it goes, whoever takes it away, the keyboard goes to the same
// control of the same card; where the card is gone to the next one; else to what stands where it stood, to what opened
// the part it was in, or to the content. It never ends on the page's body.
//
// Nothing is to be done for that by a view but to name its cards by `data-card`.
import { contentOf } from '../parts/content'
import { focusablesIn, isFocusable, take } from './focusable'
import { controlOf, type Trail, trailOf } from './trail'

/** What comes back a moment later, as a card that is drawn anew elsewhere, is waited for, ms. */
const moment = 60

/** Where something was taken out. */
interface Gap {
  readonly parent: Node
  readonly next: Node | null
  readonly previous: Node | null
}

export class Keeper {
  private last: Trail | undefined
  /** What opened each part: where the keyboard was when it first came in. */
  private readonly openers = new WeakMap<Element, Trail>()
  private gaps: Gap[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  /** The card whose keyboard waits on the place itself until another look at it is there. */
  private wanted: Trail | undefined

  /** Answers how to stop. */
  watch(): () => void {
    const focused = ({ target }: FocusEvent) => target instanceof HTMLElement && this.arrived(target)
    const pointed = () => setTimeout(() => this.letGo())
    const changes = new MutationObserver((records) => this.changed(records))
    document.addEventListener('focusin', focused)
    document.addEventListener('pointerdown', pointed, true)
    changes.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden', 'inert', 'open'],
    })
    // After the door, which is gone, the keyboard goes on from the place.
    if (!hasKeyboard()) document.getElementById('place')?.focus()
    if (document.activeElement instanceof HTMLElement) this.arrived(document.activeElement)
    return () => {
      clearTimeout(this.timer)
      changes.disconnect()
      document.removeEventListener('focusin', focused)
      document.removeEventListener('pointerdown', pointed, true)
    }
  }

  private arrived(element: HTMLElement): void {
    clearTimeout(this.timer)
    this.gaps = []
    if (element === document.body) return
    if (element.id !== 'place') this.wanted = undefined
    const before = this.last
    this.last = trailOf(element)
    for (const region of this.last.regions)
      if (before && !before.regions.includes(region)) this.openers.set(region, before)
  }

  /** Who presses beside everything has put the keyboard away on purpose. */
  private letGo(): void {
    if (hasKeyboard() || !this.last || !isFocusable(this.last.element)) return
    this.last = undefined
  }

  private changed(records: readonly MutationRecord[]): void {
    if (this.wanted) this.lookForWanted(this.wanted)
    if (!this.last || hasKeyboard()) return
    if (isFocusable(this.last.element)) return
    this.gaps.push(...gapsOf(records, this.last.element))
    clearTimeout(this.timer)
    const same = this.sameControl(this.last)
    if (same) take(same)
    else this.timer = setTimeout(() => this.find(), moment)
  }

  private find(): void {
    if (!this.last || hasKeyboard()) return
    const lost = this.last
    const found = this.placeOf(lost, new Set()) ?? contentOf()
    this.last = undefined
    if (found) take(found)
    if (found?.id === 'place') this.wanted = lost
  }

  /** Another look at the place has come: the keyboard goes to the same card there, else to where it begins. */
  private lookForWanted(trail: Trail): void {
    const found = this.sameControl(trail) ?? contentOf()
    if (found && found.id !== 'place' && document.activeElement?.id === 'place') take(found)
  }

  /** From a part that comes and goes, back to where the keyboard was before. Answers whether there is such a place. */
  goBack(region: Element): boolean {
    const opener = this.openers.get(region)
    const found = (opener && this.placeOf(opener, new Set())) ?? contentOf()
    this.openers.delete(region)
    if (found) take(found)
    return found !== undefined
  }

  private placeOf(trail: Trail, seen: Set<Trail>): HTMLElement | undefined {
    if (seen.has(trail)) return undefined
    seen.add(trail)
    if (isFocusable(trail.element)) return trail.element
    return this.onCard(trail) ?? this.inRegion(trail) ?? this.before(trail, seen)
  }

  private sameControl({ card, control, regions }: Trail): HTMLElement | undefined {
    return card ? controlOf(card, control, homeOf(regions)) : undefined
  }

  private onCard(trail: Trail): HTMLElement | undefined {
    if (!trail.card) return undefined
    const { control, next, regions } = trail
    const home = homeOf(regions)
    const same = this.sameControl(trail)
    if (same) return same
    // On the board the next card is the one that was made its tab stop.
    const stop = home.querySelector<HTMLElement>('.board-layer [data-card][tabindex="0"]')
    if (stop) return stop
    for (const id of next) {
      const other = controlOf(id, control, home)
      if (other) return other
    }
    return undefined
  }

  /** What stands where it stood, in the innermost part that is still there. */
  private inRegion({ regions }: Trail): HTMLElement | undefined {
    const [region] = regions
    if (region && !isShown(region)) return undefined
    const gap = this.gaps.find(({ parent }) => parent.isConnected && (region?.contains(parent) ?? true))
    const home = region ?? document.getElementById('place') ?? document.body
    const all = focusablesIn(home).filter((one) => one !== home)
    const beside = gap && nearest(all, gap)
    if (beside || !region) return beside
    return (
      all[0] ??
      (region instanceof HTMLElement && region.tabIndex === -1 && region.hasAttribute('tabindex')
        ? region
        : undefined)
    )
  }

  private before({ regions }: Trail, seen: Set<Trail>): HTMLElement | undefined {
    for (const region of regions) {
      const opener = this.openers.get(region)
      const found = opener && this.placeOf(opener, seen)
      if (found) return found
      if (isShown(region)) return focusablesIn(region)[0]
    }
    return undefined
  }
}

/** The innermost part that is still there; the page. */
function homeOf(regions: readonly Element[]): ParentNode {
  return regions.find(isShown) ?? document
}

function hasKeyboard(): boolean {
  const { activeElement } = document
  return activeElement !== null && activeElement !== document.body
}

function isShown(element: Element): boolean {
  return element.isConnected && element.getClientRects().length > 0
}

function gapsOf(records: readonly MutationRecord[], gone: Node): Gap[] {
  return records.flatMap(({ target, removedNodes, nextSibling, previousSibling }) =>
    [...removedNodes].some((node) => node.contains(gone) || node.contains(target))
      ? [{ parent: target, next: nextSibling, previous: previousSibling }]
      : [],
  )
}

/** What comes after the gap, else what came last before it. */
function nearest(all: readonly HTMLElement[], { parent, next, previous }: Gap): HTMLElement | undefined {
  const after = next?.isConnected ? all.find((one) => next.contains(one) || follows(one, next)) : undefined
  if (after) return after
  const edge = previous?.isConnected ? previous : parent
  return all.filter((one) => edge.contains(one) || follows(edge, one)).at(-1) ?? all[0]
}

function follows(one: Node, other: Node): boolean {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
