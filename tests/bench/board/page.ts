// The page the board is measured on: thousands of made-up cards and links without a server, and beside it a
// plain renderer that draws everything on one canvas. The map and the graph of the same cards. Not shipped.
import { h, render } from 'preact'
import type { Camera } from '../../../web-client/src/views/parts/camera'
import boardStyle from '../../../web-client/src/views/boards/board.css' with { type: 'text' }
import faceStyle from '../../../web-client/src/views/boards/face.css' with { type: 'text' }
import { Minimap } from '../../../web-client/src/views/boards/minimap'
import { BoardView } from '../../../web-client/src/views/boards/view'
import cardStyle from '../../../web-client/src/views/cards/card.css' with { type: 'text' }
import { adoptStyle } from '../../../web-client/src/views/parts/style'
import Graph from '../../../web-client/src/views/graph/Graph'
import MapView from '../../../web-client/src/views/map/Map'
import { aCard, aLink, aTerritory, aZone, boardId, LoneSession, put } from '../../../web-client/tests/support/session'
import { CanvasOnly } from './canvas_only'

export interface Renderer {
  look(camera: Camera): void
  move(ids: readonly number[], frame: number): void
}

const columns = 70
const territories = 400
const palette = ['sand', 'sun', 'coral', 'rose', 'violet', 'sky', 'sea', 'leaf'] as const

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function madeUp(count: number): LoneSession {
  const random = seeded(42)
  const changes = [put('board', { id: boardId, title: 'Mesure', locked: false, instructions: '' })]
  for (let n = 0; n < 12; n++) changes.push(put('zone', aZone(100 + n, { x: (n % 4) * 5000, y: Math.floor(n / 4) * 5000, width: 4800, height: 4800, color: palette[n % 8] ?? 'sea' })))
  for (let n = 0; n < territories; n++) {
    const at = { longitude: -1_000_000 + Math.round(random() * 7_000_000), latitude: 43_500_000 + Math.round(random() * 6_000_000) }
    changes.push(put('territory', aTerritory(200 + n, at)))
  }
  for (let n = 0; n < count; n++) {
    const x = (n % columns) * 280 + Math.round(random() * 30)
    const y = Math.floor(n / columns) * 190 + Math.round(random() * 30)
    changes.push(put('card', aCard(1000 + n, { x, y, color: palette[n % 8] ?? 'sand', territory: 200 + (n % territories), title: `Idée n° ${n}`, text: 'Améliorer l’accueil des usagers au guichet et en ligne, avec les communes' })))
  }
  for (let n = 0; n < count; n++) {
    const from = Math.floor(random() * count)
    const to = Math.min(count - 1, Math.max(0, from + ([1, -1, columns, -columns][n % 4] ?? 1)))
    if (from !== to) changes.push(put('link', aLink(100_000 + n, 1000 + from, 1000 + to)))
  }
  return new LoneSession(changes)
}

/** The shipped board with its minimap, driven through its own view. */
function shipped(session: LoneSession, host: HTMLElement): Renderer {
  adoptStyle(cardStyle)
  adoptStyle(faceStyle)
  adoptStyle(boardStyle)
  const part = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, parent: HTMLElement) => {
    const element = document.createElement(tag)
    element.className = name
    parent.append(element)
    return element
  }
  const board = part('div', 'board', host)
  const stage = part('div', 'board-stage', board)
  const canvas = part('canvas', 'board-canvas', stage)
  const layer = part('div', 'board-layer', stage)
  const overlay = part('div', 'board-overlay', stage)
  let map: Minimap | undefined
  const view = new BoardView(session, boardId, { stage, canvas, layer, overlay }, (now) => map?.follow(now))
  map = new Minimap(view, part('canvas', 'board-map', board))
  return {
    look: (camera) => view.scene.look(camera),
    move: (ids, frame) => others(session, ids, frame),
  }
}

/** One entry that moves these cards, as it comes from the server. */
function others(session: LoneSession, ids: readonly number[], frame: number): void {
  session.others(
    ...ids.map((id) => {
      const card = session.record('card', id).peek()
      return { operation: 'patch' as const, type: 'card' as const, id, fields: { x: (card?.x ?? 0) + (frame % 2 ? 8 : -8) } }
    }),
  )
}

function canvasOnly(session: LoneSession, host: HTMLElement): Renderer {
  const drawing = new CanvasOnly(session, host)
  return {
    look: (camera) => drawing.look(camera),
    move: (ids, frame) => {
      others(session, ids, frame)
      drawing.refresh()
    },
  }
}

/** A view with its list, moved as a hand does it. */
interface Hand {
  pan(frame: number): void
  wheel(frame: number): void
  move(ids: readonly number[], frame: number): void
}

async function view(View: typeof Graph, session: LoneSession, host: HTMLElement): Promise<Hand> {
  render(h(View, { session, board: boardId }), host)
  await nextFrame()
  const stage = host.querySelector('.map-stage') as HTMLElement
  const at = (frame: number) => ({ clientX: 400 + frame * 3, clientY: 300 + frame, bubbles: true, pointerId: 1 })
  stage.setPointerCapture = () => {}
  return {
    pan(frame) {
      if (frame === 0) stage.dispatchEvent(new PointerEvent('pointerdown', at(0)))
      stage.dispatchEvent(new PointerEvent('pointermove', at(frame)))
    },
    wheel(frame) {
      const deltaY = frame < 60 ? -20 : 20
      stage.dispatchEvent(new WheelEvent('wheel', { ...at(0), deltaY, cancelable: true }))
    },
    move: (ids, frame) => others(session, ids, frame),
  }
}

interface Scenario<Subject> {
  frames: number
  step(subject: Subject, frame: number): void
}

const near = (x: number, y: number): Camera => ({ x, y, k: 1 })
const fewMoved = [0, 1, 2, 70, 71].map((id) => 1000 + id)
const onBoard: Record<string, Scenario<Renderer>> = {
  pan: { frames: 120, step: (one, n) => one.look(near(-200 - n * 12, -200 - n * 5)) },
  'pan at 45 %': { frames: 90, step: (one, n) => one.look({ x: -200 - n * 12, y: -200 - n * 5, k: 0.45 }) },
  zoom: { frames: 120, step: (one, n) => one.look(zoomed(Math.abs(60 - n) / 60)) },
  'all in view': { frames: 60, step: (one, n) => one.look({ x: 10 + n, y: 10, k: 0.065 }) },
  '50 moves a second': { frames: 120, step: (one, n) => n % 6 === 0 && one.move(fewMoved, n / 6) },
  '50 moves a frame': { frames: 60, step: (one, n) => one.move(Array.from({ length: 50 }, (_, at) => 1000 + at * 70), n) },
}

const byHand: Record<string, Scenario<Hand>> = {
  'just opened': { frames: 300, step: () => {} },
  pan: { frames: 120, step: (hand, n) => hand.pan(n) },
  zoom: { frames: 120, step: (hand, n) => hand.wheel(n) },
  '50 moves a second': { frames: 120, step: (hand, n) => n % 6 === 0 && hand.move(fewMoved, n / 6) },
}

function zoomed(part: number): Camera {
  const k = 0.1 + 0.9 * part
  return { x: 680 - 3000 * k, y: 380 - 3000 * k, k }
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

interface Shown {
  readonly frames: Readonly<Record<string, number>>
  /** Back to where every scenario begins. */
  begin(): void
  step(scenario: string, frame: number): void
}

let shown: Shown

function played<Subject>(subject: Subject, table: Record<string, Scenario<Subject>>, begin = () => {}): Shown {
  return {
    frames: Object.fromEntries(Object.entries(table).map(([name, { frames }]) => [name, frames])),
    begin,
    step: (name, frame) => table[name]?.step(subject, frame),
  }
}

async function show(name: string, session: LoneSession, host: HTMLElement): Promise<Shown> {
  if (name === 'map') return played(await view(MapView, session, host), byHand)
  if (name === 'graph') return played(await view(Graph, session, host), byHand)
  const renderer = name === 'shipped' ? shipped(session, host) : canvasOnly(session, host)
  const begin = () => renderer.look(near(-200, -200))
  begin()
  return played(renderer, onBoard, begin)
}

const bench = {
  scenarios: () => shown.frames,
  async start(name: string, cards: number): Promise<number> {
    const session = madeUp(cards)
    const host = document.getElementById('host') as HTMLElement
    const begun = performance.now()
    shown = await show(name, session, host)
    await nextFrame()
    await nextFrame()
    return performance.now() - begun
  },
  /** Answers the time between frames, sorted. */
  async run(name: string): Promise<number[]> {
    shown.begin()
    for (let n = 0; n < 30; n++) await nextFrame()
    const gaps: number[] = []
    let last = await nextFrame()
    for (let frame = 0; frame < (shown.frames[name] ?? 0); frame++) {
      shown.step(name, frame)
      const now = await nextFrame()
      gaps.push(now - last)
      last = now
    }
    return gaps.sort((a, b) => a - b)
  },
}
Object.assign(globalThis, { bench })
