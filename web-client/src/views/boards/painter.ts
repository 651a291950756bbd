// The canvas under the cards: zones, links, and the cards that are too far or too many to be elements.
// Draws everything each time it is asked; the scene asks at most once a frame.
import type { Color, Link, LinkType, Zone } from '../../../../protocol/generated/protocol'
import { heading } from '../cards/zones'
import type { Backdrop } from '../map/outline'
import { type Camera, toScreen, visibleRect } from '../parts/camera'
import { linkCurve, pointOn } from '../parts/curve'
import { grown, overlaps, type Rect } from '../parts/geometry'
import { Surface } from '../parts/surface'
import type { Item, Joined } from './model'

/** Everything one drawing shows. */
export interface Picture {
  readonly camera: Camera
  readonly zones: readonly Zone[]
  readonly links: readonly Joined[]
  /** Cards that have no element: drawn as plain rectangles. */
  readonly plain: readonly Item[]
  /** Cards whose links stand out. */
  readonly marked: ReadonlySet<number>
  /** The link that is chosen, 0 for none. */
  readonly chosen: number
  /** Whether a link is still to be confirmed: it is dashed. */
  readonly isPending: (link: number) => boolean
  /** What binds its cards; undefined for a plain link. */
  readonly typeOf: (link: Link) => LinkType | undefined
  /** A link being drawn, from its card to where the pointer is. */
  readonly rubber: { readonly from: Rect; readonly to: Rect } | undefined
}

const arrow = 12

interface Look {
  readonly color: string
  readonly dashed: boolean
}

export class Painter extends Surface {
  /** Drawn under everything else. */
  backdrop: Backdrop | undefined

  paint(picture: Picture): void {
    const { ink } = this
    this.clear()
    const view = visibleRect(picture.camera, this.size)
    const zones = picture.zones.filter((zone) => overlaps(zone, view))
    this.onBoard(picture.camera)
    this.backdrop?.paint(ink, this.theme, picture.camera.k)
    for (const zone of zones) this.paintZone(zone, picture.camera.k)
    this.paintLinks(picture, grown(view, 40))
    this.paintCards(picture.plain, picture.camera.k)
    if (picture.rubber) this.paintRubber(picture.rubber, picture.camera.k)
    this.onScreen()
    for (const zone of zones) this.paintZoneTitle(zone, picture.camera)
    if (picture.camera.k >= 0.4) this.paintLabels(picture, view)
  }

  private onBoard({ x, y, k }: Camera): void {
    const { ratio } = this
    this.ink.setTransform(k * ratio, 0, 0, k * ratio, x * ratio, y * ratio)
  }

  private paintZone(zone: Zone, k: number): void {
    const { ink } = this
    const tint = this.theme.cards[zone.color]
    ink.beginPath()
    ink.roundRect(zone.x, zone.y, zone.width, zone.height, 28)
    ink.globalAlpha = 0.35
    ink.fillStyle = tint.bg
    ink.fill()
    ink.globalAlpha = 0.7
    ink.lineWidth = Math.max(2, 1.5 / k)
    ink.strokeStyle = tint.edge
    ink.stroke()
    ink.globalAlpha = 1
  }

  /** In pixels of the screen, so that a zone is named at any zoom, in the rows that cards leave free above them. */
  private paintZoneTitle(zone: Zone, camera: Camera): void {
    const { ink } = this
    const free = heading * camera.k
    const size = free < 20 ? 9 : Math.max(12, Math.min(28, 44 * camera.k))
    const corner = toScreen(camera, zone)
    const room = zone.width * camera.k - size * 1.4
    const top = Math.min(size * 0.6, (free - size) / 2)
    const rows = Math.max(1, Math.floor((free - top) / (size * 1.2)))
    if (room < 24 || zone.height * camera.k < size * 2) return
    ink.font = `600 ${size}px ${this.theme.font}`
    ink.textBaseline = 'top'
    ink.textAlign = 'left'
    ink.fillStyle = this.theme.cards[zone.color].ink
    wrapped(ink, zone.title, room, rows).forEach((line, row) => {
      ink.fillText(line, corner.x + size * 0.7, corner.y + top + size * 1.2 * row)
    })
  }

  /** Links that look the same are one stroke: those of one type, the strong ones last. */
  private paintLinks(picture: Picture, view: Rect): void {
    const { chosen, marked, isPending, typeOf, camera } = picture
    const pending: Joined[] = []
    const types = new Map<number, { plain: Joined[]; strong: Joined[] }>()
    for (const joint of picture.links) {
      if (!near(joint, view)) continue
      const { link, from, to } = joint
      const stands = link.id === chosen || marked.has(from.id) || marked.has(to.id)
      const same = types.get(link.link_type) ?? { plain: [], strong: [] }
      types.set(link.link_type, same)
      if (isPending(link.id)) pending.push(joint)
      else if (stands) same.strong.push(joint)
      else same.plain.push(joint)
    }
    const pale = { color: this.theme.inkSoft, dashed: true }
    for (const { plain } of types.values())
      if (plain[0])
        this.strokeLinks(plain, this.lookOf(typeOf(plain[0].link), this.theme.line), false, camera.k)
    for (const { strong } of types.values())
      if (strong[0])
        this.strokeLinks(strong, this.lookOf(typeOf(strong[0].link), this.theme.accent), true, camera.k)
    this.strokeLinks(pending, pale, false, camera.k)
  }

  /** Colour and dash say the type. */
  private lookOf(type: LinkType | undefined, otherwise: string): Look {
    return type
      ? { color: this.theme.cards[type.color].edge, dashed: type.dashed }
      : { color: otherwise, dashed: false }
  }

  private strokeLinks(links: readonly Joined[], { color, dashed }: Look, strong: boolean, k: number): void {
    const { ink } = this
    const width = strong ? Math.max(3.4, 2.4 / k) : Math.max(1.8, 1.4 / k)
    ink.setLineDash(dashed ? [8 / k, 6 / k] : [])
    ink.beginPath()
    for (const { from, to } of links) {
      if (k < 0.12) drawStraight(ink, from, to)
      else drawCurve(ink, from, to)
    }
    ink.strokeStyle = color
    ink.lineWidth = width
    ink.stroke()
    ink.setLineDash([])
    if (k < 0.2) return
    ink.beginPath()
    for (const { from, to } of links) drawArrow(ink, from, to, arrow + width)
    ink.fillStyle = color
    ink.fill()
  }

  private paintRubber({ from, to }: { from: Rect; to: Rect }, k: number): void {
    const { ink } = this
    ink.beginPath()
    drawCurve(ink, from, to)
    ink.strokeStyle = this.theme.accent
    ink.lineWidth = 3 / k
    ink.setLineDash([10 / k, 6 / k])
    ink.stroke()
    ink.setLineDash([])
  }

  private paintCards(cards: readonly Item[], k: number): void {
    const { ink } = this
    const groups = new Map<Color, Item[]>()
    for (const item of cards) {
      const group = groups.get(item.card.color)
      if (group) group.push(item)
      else groups.set(item.card.color, [item])
    }
    for (const [color, items] of groups) {
      ink.beginPath()
      for (const item of items) ink.rect(item.x, item.y, item.width, item.height)
      ink.fillStyle = this.theme.cards[color].bg
      ink.fill()
      if (k < 0.06) continue
      ink.strokeStyle = this.theme.cards[color].edge
      ink.lineWidth = Math.max(1, 0.8 / k)
      ink.stroke()
    }
  }

  private paintLabels({ links, camera, typeOf }: Picture, view: Rect): void {
    const { ink } = this
    ink.font = `${Math.max(11, 13 * Math.min(1.4, camera.k))}px ${this.theme.font}`
    ink.textAlign = 'center'
    ink.textBaseline = 'middle'
    ink.lineJoin = 'round'
    ink.lineWidth = 5
    ink.strokeStyle = this.theme.paper
    ink.fillStyle = this.theme.ink
    for (const joint of links) {
      if (!near(joint, view)) continue
      const words = [typeOf(joint.link)?.label, joint.link.label].filter(Boolean).join(' : ')
      if (!words) continue
      const middle = toScreen(camera, pointOn(linkCurve(joint.from, joint.to), 0.5))
      const text = shortened(ink, words, 180)
      ink.strokeText(text, middle.x, middle.y)
      ink.fillText(text, middle.x, middle.y)
    }
  }
}

/** Whether the box around both cards touches the view: a link outside it cannot be seen. */
function near({ from, to }: Joined, view: Rect): boolean {
  return (
    Math.min(from.x, to.x) < view.x + view.width &&
    Math.max(from.x + from.width, to.x + to.width) > view.x &&
    Math.min(from.y, to.y) < view.y + view.height &&
    Math.max(from.y + from.height, to.y + to.height) > view.y
  )
}

function drawStraight(ink: CanvasRenderingContext2D, a: Rect, b: Rect): void {
  ink.moveTo(a.x + a.width / 2, a.y + a.height / 2)
  ink.lineTo(b.x + b.width / 2, b.y + b.height / 2)
}

function drawCurve(ink: CanvasRenderingContext2D, a: Rect, b: Rect): void {
  const { from, leave, arrive, to } = linkCurve(a, b)
  ink.moveTo(from.x, from.y)
  ink.bezierCurveTo(leave.x, leave.y, arrive.x, arrive.y, to.x, to.y)
}

/** The curve arrives along an axis, so the arrow's wings lie along the other. */
function drawArrow(ink: CanvasRenderingContext2D, a: Rect, b: Rect, length: number): void {
  const { arrive, to } = linkCurve(a, b)
  const dx = Math.sign(to.x - arrive.x)
  const dy = Math.sign(to.y - arrive.y)
  const wing = length * 0.45
  ink.moveTo(to.x, to.y)
  ink.lineTo(to.x - dx * length + dy * wing, to.y - dy * length + dx * wing)
  ink.lineTo(to.x - dx * length - dy * wing, to.y - dy * length - dx * wing)
  ink.closePath()
}

/** The text in so many lines at most, broken between words; the last is shortened. */
function wrapped(ink: CanvasRenderingContext2D, text: string, room: number, rows: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest && lines.length < rows - 1 && ink.measureText(rest).width > room) {
    const fits = fittingWords(ink, rest, room)
    lines.push(fits)
    rest = rest.slice(fits.length).trimStart()
  }
  return [...lines, shortened(ink, rest, room)]
}

/** As many of the first words as have room, one at least. */
function fittingWords(ink: CanvasRenderingContext2D, text: string, room: number): string {
  const words = text.split(' ')
  let count = 1
  while (count < words.length && ink.measureText(words.slice(0, count + 1).join(' ')).width <= room) count++
  return words.slice(0, count).join(' ')
}

/** The text with as many of its letters as have room. */
function shortened(ink: CanvasRenderingContext2D, text: string, room: number): string {
  const width = ink.measureText(text).width
  if (width <= room) return text
  const letters = [...text]
  return `${letters.slice(0, Math.max(1, Math.floor((letters.length * room) / width) - 1)).join('')}…`
}
