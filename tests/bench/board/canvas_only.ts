// The baseline: every card in view, its words included, drawn on one canvas at every frame. What one would write
// first, and what nobody can read with a screen reader.
import type { Card, Color, Link } from '../../../protocol/generated/protocol'
import { type Camera, visibleRect } from '../../../web-client/src/views/parts/camera'
import { linkCurve } from '../../../web-client/src/views/parts/curve'
import { overlaps } from '../../../web-client/src/views/parts/geometry'
import { readTheme } from '../../../web-client/src/views/parts/theme'
import type { LoneSession } from '../../../web-client/tests/support/session'

export class CanvasOnly {
  private readonly ink: CanvasRenderingContext2D
  private readonly theme
  private camera: Camera = { x: 0, y: 0, k: 1 }
  private cards = new Map<number, Card>()
  private links: readonly Link[] = []
  private readonly lines = new Map<string, string[]>()
  private asked = 0

  constructor(
    private readonly session: LoneSession,
    host: HTMLElement,
  ) {
    const canvas = document.createElement('canvas')
    canvas.width = host.clientWidth
    canvas.height = host.clientHeight
    host.append(canvas)
    this.ink = canvas.getContext('2d') as CanvasRenderingContext2D
    this.theme = readTheme(host)
    this.refresh()
  }

  refresh(): void {
    this.cards = new Map(this.session.all('card').peek().map((card) => [card.id, card]))
    this.links = this.session.all('link').peek()
    this.look(this.camera)
  }

  look(camera: Camera): void {
    this.camera = camera
    this.asked ||= requestAnimationFrame(() => this.draw())
  }

  private draw(): void {
    this.asked = 0
    const { ink, camera } = this
    const { width, height } = ink.canvas
    ink.setTransform(1, 0, 0, 1, 0, 0)
    ink.clearRect(0, 0, width, height)
    ink.setTransform(camera.k, 0, 0, camera.k, camera.x, camera.y)
    const view = visibleRect(camera, { width, height })
    this.drawLinks(view)
    for (const card of this.cards.values()) if (overlaps(card, view)) this.drawCard(card)
  }

  private drawLinks(view: ReturnType<typeof visibleRect>): void {
    const { ink } = this
    ink.beginPath()
    for (const link of this.links) {
      const from = this.cards.get(link.from)
      const to = this.cards.get(link.to)
      if (!from || !to || !(overlaps(from, view) || overlaps(to, view))) continue
      const curve = linkCurve(from, to)
      ink.moveTo(curve.from.x, curve.from.y)
      ink.bezierCurveTo(curve.leave.x, curve.leave.y, curve.arrive.x, curve.arrive.y, curve.to.x, curve.to.y)
    }
    ink.strokeStyle = this.theme.line
    ink.lineWidth = 2
    ink.stroke()
  }

  private drawCard(card: Card): void {
    const { ink } = this
    const tint = this.theme.cards[card.color as Color]
    ink.fillStyle = tint.bg
    ink.strokeStyle = tint.edge
    ink.lineWidth = 1.5
    ink.beginPath()
    ink.roundRect(card.x, card.y, card.width, card.height, 10)
    ink.fill()
    ink.stroke()
    if (this.camera.k < 0.1) return
    ink.fillStyle = tint.ink
    ink.font = `650 17px ${this.theme.font}`
    ink.fillText(card.title, card.x + 14, card.y + 28, card.width - 28)
    ink.font = `14px ${this.theme.font}`
    this.wrapped(card.text, card.width - 28).forEach((line, at) => {
      ink.fillText(line, card.x + 14, card.y + 54 + at * 20)
    })
  }

  /** Measured once a text: measuring again at each frame would not be a fair rival. */
  private wrapped(text: string, width: number): string[] {
    const known = this.lines.get(text)
    if (known) return known
    const lines = ['']
    for (const word of text.split(' ')) {
      const longer = `${lines.at(-1)} ${word}`.trim()
      if (this.ink.measureText(longer).width <= width) lines[lines.length - 1] = longer
      else lines.push(word)
    }
    this.lines.set(text, lines)
    return lines
  }
}
