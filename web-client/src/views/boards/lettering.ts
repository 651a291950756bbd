// The board's words as they are set: titles of cards and zones, labels of links, and cards that are painted. It comes a
// moment after the board, which until then shows words as the browser sets them.
import type { LinkType, Zone } from '../../../../protocol/generated/protocol'
import { heading } from '../cards/zones'
import { type Camera, toScreen } from '../parts/camera'
import { linkCurve, pointOn } from '../parts/curve'
import { watchDensity } from '../parts/density'
import { ascent, type Fitted, fitted, leading } from '../parts/fit'
import { runsLeft } from '../parts/letters'
import { softened, wrapped } from '../parts/lines'
import { measureWith } from '../parts/measure'
import type { Theme } from '../parts/theme'
import { FaceTiles } from './faces'
import type { Joined } from './item'
import { type Printable, watchPrint } from './printed'
import { Titles, weight } from './titles'

/** On the screen, of a zone's title: the least room, and how large it is at least and at most. */
const leastRow = 13
const zoneSizes = { least: 14, most: 26 }
const labelPx = 180

export class Lettering {
  readonly titles: Titles
  readonly faces: FaceTiles
  readonly softened = softened
  private readonly zones = new WeakMap<Zone, Fitted & { key: string }>()

  constructor(font: string) {
    this.titles = new Titles(measureWith(font, weight))
    this.faces = new FaceTiles(this.titles)
  }

  /** In pixels of the screen, so that a zone is named at any zoom, in the rows that cards leave free above them. */
  paintZoneTitle(ink: CanvasRenderingContext2D, zone: Zone, camera: Camera, theme: Theme): void {
    const corner = toScreen(camera, zone)
    const margin = Math.min(20, 28 * camera.k)
    const width = zone.width * camera.k - 2 * margin
    const height = Math.max(leastRow, heading * camera.k - 4)
    if (width < 24 || zone.height * camera.k < height) return
    const { size, lines } = this.zoneTitle(zone, width, height)
    const left = runsLeft(zone.title)
    ink.font = `${weight} ${size}px ${theme.font}`
    ink.textBaseline = 'alphabetic'
    ink.textAlign = left ? 'right' : 'left'
    ink.direction = left ? 'rtl' : 'ltr'
    ink.fillStyle = theme.cards[zone.color].ink
    const x = corner.x + margin + (left ? width : 0)
    const top = corner.y + 2 + Math.max(0, Math.min(size * 0.4, height - lines.length * size * leading))
    lines.forEach((line, row) => {
      ink.fillText(line, x, top + (row * leading + ascent) * size)
    })
  }

  private zoneTitle(zone: Zone, width: number, height: number): Fitted {
    const key = `${Math.round(width)} ${Math.round(height)}`
    const known = this.zones.get(zone)
    if (known?.key === key) return known
    const made = { key, ...fitted(zone.title, { width, height }, zoneSizes, this.titles.width) }
    this.zones.set(zone, made)
    return made
  }

  /** Of a link, in the middle of its curve: its type and what is written on it. */
  paintLabel(
    ink: CanvasRenderingContext2D,
    { link, from, to }: Joined,
    type: LinkType | undefined,
    camera: Camera,
    theme: Theme,
  ): void {
    const words = [type?.label, link.label].filter(Boolean).join(' : ')
    if (!words) return
    const size = Math.max(11, 13 * Math.min(1.4, camera.k))
    ink.font = `${size}px ${theme.font}`
    ink.textAlign = 'center'
    ink.textBaseline = 'middle'
    ink.direction = runsLeft(words) ? 'rtl' : 'ltr'
    ink.lineJoin = 'round'
    ink.lineWidth = 5
    ink.strokeStyle = theme.paper
    ink.fillStyle = theme.ink
    const middle = toScreen(camera, pointOn(linkCurve(from, to), 0.5))
    const rows = wrapped(words, labelPx / size, 2, this.titles.width)
    const top = middle.y - ((rows.length - 1) * size * leading) / 2
    rows.forEach((row, at) => {
      ink.strokeText(row, middle.x, top + at * size * leading)
      ink.fillText(row, middle.x, top + at * size * leading)
    })
  }
}

/** Sets the words of a stage from now on, on the screen and on paper. Answers how to stop. */
export function letter(stage: Printable<Lettering>): () => void {
  const made = new Lettering(stage.theme.font)
  stage.painter.lettering = made
  stage.cards.lettering = made
  stage.scene.touch([...stage.cards.ids()])
  const stops = [watchDensity(() => stage.resize()), watchPrint(stage, () => new Lettering(stage.theme.font))]
  return () => {
    for (const stop of stops) stop()
  }
}
