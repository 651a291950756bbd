// The board: a stage that is drawn by hand (view.ts) with the toolbars, the editor and the dialogs over it.

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { whenIdle } from '../../ahead'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import cardStyle from '../cards/card.css' with { type: 'text' }
import { opener } from '../parts/adding'
import type { Size } from '../parts/camera'
import { lazy } from '../parts/lazy'
import { adoptStyle } from '../parts/style'
import { tongueOf } from '../parts/tongue'
import boardStyle from './board.css' with { type: 'text' }
import faceStyle from './face.css' with { type: 'text' }
import { Gestures } from './gestures'
import { pressKey } from './keys'
import { followLead } from './led'
import type { Minimap } from './minimap'
import { placeBar, placeEditor } from './placement'
import type { Elements } from './stage'
import { Toolbar } from './Toolbar'
import { BoardView } from './view'

const LinkDialog = lazy(() => import('../links/LinkDialog'))
const CardBar = lazy(() => import('./CardBar'))
const Editor = lazy(() => import('./Editor'))
const FindBar = lazy(() => import('./FindBar'))
const Merge = lazy(() => import('../facilitation/Merge'), { whose: 'animators' })
const WorkPanel = lazy(() => import('../work/WorkPanel'))
adoptStyle(cardStyle)
adoptStyle(faceStyle)
adoptStyle(boardStyle)

interface Props {
  session: WorkshopSession
  board: number
}

export default function Board({ session, board }: Props) {
  const record = session.record('board', board).value
  if (!record) return <p class="board-gone">{b('board.gone')}</p>
  return <Stage key={board} session={session} board={board} title={record.title} />
}

/** The drawn board, once its elements are there; and where they go. */
function useView({ session, board }: Props) {
  const view = useSignal<BoardView | undefined>(undefined)
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const map = useRef<HTMLCanvasElement>(null)
  const editor = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const elements = {
      stage: stage.current,
      canvas: canvas.current,
      layer: layer.current,
      overlay: overlay.current,
    }
    let minimap: Minimap | undefined
    const barSize = watchSize(bar.current, () => made.scene.draw())
    const made = new BoardView(session, board, elements as Elements, (now) => {
      placeEditor(made, editor.current)
      placeBar(made, bar.current, barSize.now)
      minimap?.follow(now)
    })
    const stops = [
      new Gestures(made).listen(),
      followLead(made),
      () => minimap?.close(),
      () => made.close(),
      barSize.stop,
    ]
    view.value = made
    opener.value = made
    whenIdle(() => {
      void addMinimap(made, map.current).then((added) => {
        if (view.peek() === made) minimap = added
        else added?.close()
      })
    })
    return () => {
      view.value = undefined
      opener.value = undefined
      for (const stop of stops) stop()
    }
  }, [session, board])
  return { view, stage, canvas, layer, overlay, map, editor, bar }
}

function Stage({ session, board, title }: Props & { title: string }) {
  const { view, stage, canvas, layer, overlay, map, editor, bar } = useView({ session, board })
  const press = (event: KeyboardEvent) => {
    if (view.value && pressKey(view.value, event)) event.preventDefault()
  }
  return (
    <div class="board" onPaste={(event) => view.value && paste(view.value, event)}>
      {view.value && <Toolbar view={view.value} />}
      <div
        ref={stage}
        class="board-stage"
        role="application"
        tabIndex={-1}
        aria-label={b('board.label', { title })}
        aria-describedby="board-help"
        onKeyDown={press}
      >
        <canvas ref={canvas} class="board-canvas" />
        <div ref={layer} class="board-layer" lang={tongueOf(session)} />
        <div ref={overlay} class="board-overlay" aria-hidden="true" />
      </div>
      <p id="board-help" class="card-unseen">
        {b('board.help')}
      </p>
      <canvas ref={map} class="board-map" />
      <div ref={editor} class="board-editor" hidden={!view.value?.editing.value}>
        {view.value?.editing.value && (
          <Editor key={view.value.editing.value.card} view={view.value} editing={view.value.editing.value} />
        )}
      </div>
      <div ref={bar} class="board-bar-place">
        {view.value?.offersBar && <CardBar view={view.value} />}
      </div>
      {view.value && <Linking view={view.value} />}
      {view.value && <Merging view={view.value} />}
      {view.value && <Working view={view.value} />}
      {view.value?.finding.value && <FindBar view={view.value} />}
    </div>
  )
}

/** How large an element is, known without asking the page for it in each frame. */
function watchSize(element: HTMLElement | null, changed: () => void): { now: Size; stop(): void } {
  const watched = { now: { width: 0, height: 0 }, stop: () => sizes.disconnect() }
  const sizes = new ResizeObserver(([entry]) => {
    const { inlineSize: width = 0, blockSize: height = 0 } = entry?.borderBoxSize[0] ?? {}
    watched.now = { width, height }
    changed()
  })
  if (element) sizes.observe(element)
  return watched
}

/** A help for the eye that can come later, or not at all when the network is not there. */
async function addMinimap(view: BoardView, canvas: HTMLCanvasElement | null): Promise<Minimap | undefined> {
  const module = await import('./minimap').catch(() => undefined)
  if (!module || !canvas?.isConnected) return undefined
  return new module.Minimap(view, canvas)
}

/** What is pasted on the board, not into a field, becomes cards once it is confirmed. */
function paste(view: BoardView, event: ClipboardEvent): void {
  const field = event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
  const pasted = event.clipboardData?.getData('text/plain') ?? ''
  if (field || !pasted.trim() || !view.actions.allowed) return
  event.preventDefault()
  view.working.value = { tool: 'paste', pasted }
}

function Working({ view }: { view: BoardView }) {
  const open = view.working.value
  if (!open) return null
  const close = () => {
    view.working.value = undefined
  }
  return <WorkPanel key={open.tool} {...open} desk={view.desk} onClose={close} />
}

function Merging({ view }: { view: BoardView }) {
  const board = view.session.record('board', view.board).value
  if (!board || view.merging.value.length === 0) return null
  const close = () => {
    view.merging.value = []
    view.focus(view.selection.stop)
  }
  return <Merge session={view.session} board={board} chosen={view.merging.value} onClose={close} />
}

function Linking({ view }: { view: BoardView }) {
  const id = view.linking.value
  if (!id) return null
  const close = () => {
    view.linking.value = 0
    view.focus(id)
  }
  return <LinkDialog actions={view.actions} card={id} onClose={close} />
}
