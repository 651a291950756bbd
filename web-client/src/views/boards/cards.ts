// The cards that are elements: those in view, in the order they are laid, made from a pool. Only what differs
// is written to the page.
import type { Color } from '../../../../protocol/generated/protocol'
import { type Facts, typeIcon } from '../cards/facts'
import type { Item } from './item'
import type { Lettering } from './lettering'
import { tallySize } from './tier'

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
  face: Face | undefined
}

export class CardLayer {
  private readonly mounted = new Map<number, Mounted>()
  /** The same, in the order they are laid. */
  private readonly order: Mounted[] = []
  private readonly pool: HTMLElement[] = []

  /** How near one looks (tier.ts). */
  private tier = 0
  /** What sets words; it comes a moment later. */
  lettering: Lettering | undefined

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
    const one: Mounted = { item, element, face: undefined }
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
    const face = this.faceOf(one.item)
    one.face = face
    this.layInOrder(one)
    place(one.element, one.item)
    show(one.element, face)
    this.showWords(one)
  }

  /** Another zoom may show titles in another size. */
  zoom(tier: number): void {
    if (tier === this.tier) return
    this.tier = tier
    this.element.style.setProperty('--tally', `${tier ? tallySize(tier) : 12}px`)
    for (const one of this.mounted.values()) this.showWords(one)
  }

  /** Near by, as many rows as have room; from afar the title in lines of its own size. */
  private showWords({ item, element, face }: Mounted): void {
    const [title, text] = element.children as unknown as HTMLElement[]
    if (!title || !text || !face) return
    const { style } = element
    const { lettering, tier } = this
    if (tier && lettering) {
      const { size, lines } = lettering.titles.far(item, tier, face.facts.points ? tallySize(tier) : 0)
      say(title, lines.join('\n'))
      set(style, '--size', `${size}px`)
      return
    }
    const { facts } = face
    const rows = lettering?.titles.near(item, { kind: hasKind(facts), facts: hasFacts(facts) })
    say(title, lettering?.softened(face.title) ?? face.title)
    say(text, lettering?.softened(face.text) ?? face.text)
    text.hidden = rows?.text === 0
    set(style, '--rows', String(rows?.title ?? 3))
    set(style, '--text-rows', String(rows?.text ?? 3))
  }

  /** When a card was made may be told anew by the server. */
  private layInOrder(one: Mounted): void {
    const at = this.order.indexOf(one)
    const under = this.order[at - 1]
    const over = this.order[at + 1]
    if ((!under || liesUnder(under.item, one.item)) && (!over || liesUnder(one.item, over.item))) return
    const { element } = one
    const hadKeyboard = document.activeElement === element
    this.order.splice(at, 1)
    const next = this.position(one.item)
    this.element.insertBefore(element, this.order[next]?.element ?? null)
    this.order.splice(next, 0, one)
    if (hadKeyboard) element.focus({ preventScroll: true })
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
  const words = [part('card-title'), part('card-text')]
  for (const one of words) one.dir = 'auto'
  element.append(...words, marks(), part('card-kind'), part('card-facts'))
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
  if (style.height !== height) style.height = height
}

function show(element: HTMLElement, face: Face): void {
  const [, , , kind, facts] = element.children as unknown as HTMLElement[]
  if (!kind || !facts) return
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

function hasKind({ type, place, points }: Pick<Facts, 'type' | 'place' | 'points'>): boolean {
  return type !== undefined || place > 0 || points > 0
}

/** What kind of card it is, over its title, its turn in the order of presentation, and its points. */
function showKind(host: HTMLElement, { type, place, points }: Facts): void {
  const key = `${place} ${points} ${type?.icon} ${type?.label} ${type?.color}`
  if (host.dataset.shown === key) return
  host.dataset.shown = key
  host.hidden = !hasKind({ type, place, points })
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

/** Where it is, whose it is besides, and its tags. */
function restOf({ territory, group, coauthors, tags }: Facts): string {
  const words = [territory, group, ...coauthors.map((name) => `+ ${name}`)].filter(Boolean)
  return [...words, ...tags.map((tag) => `#${tag}`)].join(' · ')
}

function hasFacts(facts: Facts): boolean {
  return facts.objectives.length > 0 || restOf(facts) !== ''
}

/** Its objectives as chips in their colours, then the rest. */
function showFacts(host: HTMLElement, facts: Facts): void {
  const chips = facts.objectives.map(({ brief, title, color }) => [brief || title, color] as const)
  const rest = restOf(facts)
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

function say(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words
}

function set(style: CSSStyleDeclaration, name: string, value: string): void {
  if (style.getPropertyValue(name) !== value) style.setProperty(name, value)
}

function write(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
