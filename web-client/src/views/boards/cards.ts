// The cards that are elements: those in view, in the order they are laid, made from a pool. Only what differs
// is written to the page.
import type { Color } from '../../../../protocol/generated/protocol'
import { type Facts, typeIcon } from '../cards/facts'
import type { Item } from './model'

/** What an element shows of a card. */
export interface Face {
  /** What a screen reader says. */
  readonly label: string
  readonly title: string
  readonly text: string
  readonly facts: Facts
  readonly color: Color
  /** Seen by some only. */
  readonly reserved: boolean
  /** Touched by something not yet confirmed. */
  readonly pending: boolean
  readonly selected: boolean
  /** Being moved, by whomever. */
  readonly lifted: boolean
  /** The board's one tab stop. */
  readonly stop: boolean
}

interface Mounted {
  readonly item: Item
  readonly element: HTMLElement
}

export class CardLayer {
  private readonly mounted = new Map<number, Mounted>()
  /** The same, in the order they are laid. */
  private readonly order: Mounted[] = []
  private readonly pool: HTMLElement[] = []

  constructor(
    readonly element: HTMLElement,
    private readonly faceOf: (item: Item) => Face,
  ) {}

  get count(): number {
    return this.mounted.size
  }

  has(id: number): boolean {
    return this.mounted.has(id)
  }

  elementOf(id: number): HTMLElement | undefined {
    return this.mounted.get(id)?.element
  }

  ids(): IterableIterator<number> {
    return this.mounted.keys()
  }

  mount(item: Item): HTMLElement {
    const known = this.mounted.get(item.id)
    if (known) return known.element
    const element = this.pool.pop() ?? makeElement()
    const one = { item, element }
    const at = this.position(item)
    this.element.insertBefore(element, this.order[at]?.element ?? null)
    this.order.splice(at, 0, one)
    this.mounted.set(item.id, one)
    element.dataset.card = String(item.id)
    this.refresh(item.id)
    return element
  }

  unmount(id: number): void {
    const one = this.mounted.get(id)
    if (!one) return
    this.mounted.delete(id)
    this.order.splice(this.order.indexOf(one), 1)
    one.element.remove()
    if (this.pool.length < 300) this.pool.push(one.element)
  }

  /** Writes the card's place and face to its element, if it has one. */
  refresh(id: number): void {
    const one = this.mounted.get(id)
    if (!one) return
    place(one.element, one.item)
    show(one.element, this.faceOf(one.item))
  }

  refreshAll(): void {
    for (const id of this.mounted.keys()) this.refresh(id)
  }

  private position(item: Item): number {
    let low = 0
    let high = this.order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (liesUnder((this.order[middle] as Mounted).item, item)) low = middle + 1
      else high = middle
    }
    return low
  }
}

function liesUnder(a: Item, b: Item): boolean {
  return a.card.made_at - b.card.made_at < 0 || (a.card.made_at === b.card.made_at && a.id < b.id)
}

function makeElement(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'card'
  element.setAttribute('role', 'group')
  element.append(part('card-title'), part('card-text'), marks(), part('card-kind'), part('card-facts'))
  return element
}

function part(name: string): HTMLElement {
  const element = document.createElement('div')
  element.className = name
  return element
}

function marks(): HTMLElement {
  const element = part('card-marks')
  element.append(
    icon('lock', 'mark-locked'),
    icon('eye-off', 'mark-reserved'),
    icon('cloud-upload', 'mark-pending'),
  )
  return element
}

/** As parts/Icon, for elements that are made by hand. Its meaning is in the card's label. */
function icon(name: string, className: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', `icon ${className}`)
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `#i-${name}`)
  svg.append(use)
  return svg
}

function place(element: HTMLElement, item: Item): void {
  const { style } = element
  const left = `${item.x}px`
  const top = `${item.y}px`
  const width = `${item.width}px`
  const height = `${item.height}px`
  if (style.left !== left) style.left = left
  if (style.top !== top) style.top = top
  if (style.width !== width) style.width = width
  if (style.height === height) return
  style.height = height
  style.setProperty('--rows-near', String(Math.max(1, Math.min(4, Math.floor((item.height - 72) / 21)))))
  style.setProperty('--rows-middle', String(Math.max(1, Math.floor((item.height - 26) / 29))))
  style.setProperty('--rows-far', String(Math.max(1, Math.floor((item.height - 18) / 38))))
}

function show(element: HTMLElement, face: Face): void {
  const [title, text, , kind, facts] = element.children as unknown as HTMLElement[]
  if (!title || !text || !kind || !facts) return
  if (title.textContent !== face.title) title.textContent = face.title
  if (text.textContent !== face.text) text.textContent = face.text
  showKind(kind, face.facts)
  showFacts(facts, face.facts)
  write(element, 'data-color', face.color)
  write(element, 'aria-label', face.label)
  write(element, 'tabindex', face.stop ? '0' : '-1')
  element.classList.toggle('is-reserved', face.reserved)
  element.classList.toggle('is-pending', face.pending)
  element.classList.toggle('is-locked', face.facts.locked)
  element.classList.toggle('is-selected', face.selected)
  element.classList.toggle('is-lifted', face.lifted)
}

/** What kind of card it is, over its title, its turn in the order of presentation, and its points. */
function showKind(host: HTMLElement, { type, place, points }: Facts): void {
  const key = `${place} ${points} ${type?.icon} ${type?.label} ${type?.color}`
  if (host.dataset.shown === key) return
  host.dataset.shown = key
  host.hidden = !type && !place && !points
  host.classList.toggle('is-tallied', points > 0)
  host.replaceChildren()
  if (place) host.append(piece('card-turn', String(place)))
  if (type) host.append(icon(typeIcon(type), 'card-type'), piece('', type.label))
  if (points) host.append(tally(points))
}

/** The points a card was given, when everybody may see them. */
function tally(points: number): HTMLElement {
  const element = piece('card-tally', '')
  element.append(icon('star', 'card-type'), String(points))
  return element
}

/** Its objectives as chips in their colours, then where it is, whose it is besides, and its tags. */
function showFacts(host: HTMLElement, facts: Facts): void {
  const chips = facts.objectives.map(({ brief, title, color }) => [brief || title, color] as const)
  const words = [facts.territory, facts.group, ...facts.coauthors.map((name) => `+ ${name}`)].filter(Boolean)
  const rest = [...words, ...facts.tags.map((tag) => `#${tag}`)].join(' · ')
  const key = JSON.stringify([chips, rest])
  if (host.dataset.shown === key) return
  host.dataset.shown = key
  host.hidden = chips.length === 0 && !rest
  host.replaceChildren(...chips.map(([name, color]) => chip(name, color)), ...(rest ? [piece('', rest)] : []))
}

function chip(name: string, color: Color): HTMLElement {
  const element = piece('card-objective', name)
  element.dataset.color = color
  return element
}

function piece(className: string, words: string): HTMLElement {
  const element = document.createElement('span')
  if (className) element.className = className
  element.textContent = words
  return element
}

function write(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
