// The canvas under the cards: zones, links, and the cards that are too far or too many to be elements (faces.ts).
// Draws everything each time it is asked; the scene asks at most once a frame.
import type { Link, LinkType, Zone } from '../../../../protocol/generated/protocol'
import type { Backdrop } from '../map/outline'
import { type Camera, visibleRect } from '../parts/camera'
import { linkCurve } from '../parts/curve'
import { grown, overlaps, type Rect } from '../parts/geometry'
import { Surface } from '../parts/surface'
import type { Theme } from '../parts/theme'
import type { Item, Joined } from './item'
import type { Lettering } from './lettering'
import { plainCards } from './plain'
import { tallySize, tierOf } from './tier'

/** Everything one drawing shows. */
export interface Picture {
  readonly camera: Camera
  readonly zones: readonly Zone[]
  readonly links: readonly Joined[]
  /** Cards that are painted: from afar all in view, else those whose element is still to be made. */
  readonly painted: readonly Item[]
  readonly isFar: boolean
  /** Whether cards may have changed since the last drawing. */
  readonly changed: boolean
  /** Whether the card has an element that shows it above all others. */
  readonly isRaised: (item: Item) => boolean
  readonly pointsOf: (card: number) => number
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
  /** What sets words; it comes a moment later. */
  lettering: Lettering | undefined

  wear(theme: Theme): void {
    this.theme = theme
    this.lettering?.faces.forget()
  }

  /** Answers whether something is left for the next frame. */
  paint(picture: Picture): boolean {
    const { ink } = this
    this.clear()
    const view = visibleRect(picture.camera, this.size)
    const zones = picture.zones.filter((zone) => overlaps(zone, view))
    this.onBoard(picture.camera)
    this.backdrop?.paint(ink, this.theme, picture.camera.k)
    for (const zone of zones) this.paintZone(zone, picture.camera.k)
    this.paintLinks(picture, grown(view, 40))
    const left = this.paintCards(picture)
    if (picture.rubber) this.paintRubber(picture.rubber, picture.camera.k)
    this.onScreen()
    for (const zone of zones) this.lettering?.paintZoneTitle(ink, zone, picture.camera, this.theme)
    if (picture.camera.k >= 0.4) this.paintLabels(picture, view)
    return left
  }

  private paintLabels({ links, camera, typeOf }: Picture, view: Rect): void {
    for (const joint of links)
      if (near(joint, view))
        this.lettering?.paintLabel(this.ink, joint, typeOf(joint.link), camera, this.theme)
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

  /** Answers whether some cards are still to be painted. */
  private paintCards(picture: Picture): boolean {
    const { painted, isFar, camera } = picture
    const tiles = this.lettering?.faces
    if (!painted.length) tiles?.forget()
    if (!painted.length) return false
    const { ink, ratio, theme } = this
    const onScreen = { x: camera.x * ratio, y: camera.y * ratio, k: camera.k * ratio }
    const size = { width: this.size.width * ratio, height: this.size.height * ratio }
    const paintPlain = () => plainCards(ink, painted, camera.k, theme)
    if (!tiles || (!isFar && tiles.isEmpty)) {
      paintPlain()
      return false
    }
    const { isRaised, pointsOf, changed } = picture
    const tier = tierOf(camera.k)
    const points = { pointsOf: ({ id }: Item) => pointsOf(id), tally: tallySize(tier) }
    const faces = { items: painted, tier, isRaised, paintPlain, ...points }
    const left = isFar && tiles.paint(ink, faces, theme, onScreen, size, changed)
    if (!isFar) tiles.show(ink, faces, onScreen, size)
    this.onBoard(camera)
    if (isFar) this.markChosen(picture)
    return left
  }

  /** Chosen cards that no element shows. */
  private markChosen({ painted, camera, marked, isRaised }: Picture): void {
    if (!marked.size) return
    const { ink } = this
    ink.beginPath()
    for (const item of painted)
      if (marked.has(item.id) && !isRaised(item)) ink.rect(item.x, item.y, item.width, item.height)
    ink.strokeStyle = this.theme.accent
    ink.lineWidth = 3 / camera.k
    ink.stroke()
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
