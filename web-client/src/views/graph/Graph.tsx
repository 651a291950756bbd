// The graph of a board's cards and links: drawn on a canvas, with one element for the card that has the keyboard,
// and the same cards and links as a list beside it.

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import cardStyle from '../cards/card.css' with { type: 'text' }
import { cardName } from '../cards/words'
import mapStyle from '../map/map.css' with { type: 'text' }
import { Tool } from '../map/Tool'
import type { Direction } from '../parts/geometry'
import { lazy } from '../parts/lazy'
import { adoptStyle } from '../parts/style'
import { GraphList } from './GraphList'
import graphStyle from './graph.css' with { type: 'text' }
import { GraphModel, radius } from './model'
import { across } from './network'
import { GraphStage } from './stage'
import { w } from './words'

const CardDialog = lazy(() => import('../cards/CardDialog'))
const LinkDialog = lazy(() => import('../links/LinkDialog'))
const Undoing = lazy(() => import('../cards/Undoing'), { quiet: true })
adoptStyle(cardStyle)
adoptStyle(mapStyle)
adoptStyle(graphStyle)

interface Props {
  session: WorkshopSession
  board: number
}

export default function Graph({ session, board }: Props) {
  const record = session.record('board', board).value
  if (!record) return <p class="map-gone">{b('board.gone')}</p>
  return <OpenGraph key={board} session={session} board={board} title={record.title} />
}

function OpenGraph({ session, board, title }: Props & { title: string }) {
  const model = useSignal(new GraphModel(session, board)).value
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (!stage.current || !canvas.current) return undefined
    const made = new GraphStage(model, stage.current, canvas.current)
    return () => made.close()
  }, [])
  return (
    <div class="map">
      <section class="map-frame graph-frame" aria-label={w('label', { title })}>
        <div ref={stage} class="map-stage" data-over={model.hovered.value !== 0}>
          <canvas ref={canvas} class="graph-canvas" />
          <FocusNode model={model} />
        </div>
        <p id="graph-help" class="card-unseen">
          {w('help')}
        </p>
        <Tools model={model} />
      </section>
      <GraphList model={model} />
      <Dialogs model={model} />
    </div>
  )
}

function Tools({ model }: { model: GraphModel }) {
  const { viewport } = model
  return (
    <div class="map-tools" data-bar>
      {model.actions.allowed && <Undoing actions={model.actions} narrow />}
      <Tool icon="zoom-in" label={w('zoomIn')} run={() => viewport.zoomBy(1.4)} />
      <Tool icon="zoom-out" label={w('zoomOut')} run={() => viewport.zoomBy(1 / 1.4)} />
      <Tool icon="maximize" label={w('fit')} run={() => viewport.fitAll()} />
      <Tool icon="waypoints" label={w('again')} run={() => model.arrange()} />
    </div>
  )
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** The keyboard's card: an element over the canvas, another one for each card, so that each is read out. */
function FocusNode({ model }: { model: GraphModel }) {
  const id = model.card(model.chosen.value)?.id ?? model.ranked.value[0]?.id ?? 0
  const focused = useRef(false)
  const card = model.card(id)
  void model.moved.value
  const at = model.layout.at(id)
  if (!card || !at) return null
  const { x, y, k } = model.viewport.camera.value
  const press = (event: KeyboardEvent) => {
    const direction = arrows[event.key]
    const next = direction ? model.neighbour(id, direction) : 0
    if (next) model.choose(next)
    else if (event.key === 'Escape') model.chosen.value = 0
    if (direction || event.key === 'Escape') event.preventDefault()
  }
  const size = Math.max(24, radius * 3 * Math.min(1.2, k))
  return (
    <button
      key={id}
      ref={(element) => {
        if (element && focused.current && document.activeElement !== element)
          element.focus({ preventScroll: true })
      }}
      type="button"
      class="graph-node"
      data-chosen={model.chosen.value === id}
      aria-label={spoken(model, id)}
      aria-describedby="graph-help"
      style={{
        width: `${size}px`,
        height: `${size}px`,
        transform: `translate(${at.x * k + x - size / 2}px, ${at.y * k + y - size / 2}px)`,
      }}
      onKeyDown={press}
      onFocus={(event) => {
        focused.current = true
        if (event.currentTarget.matches(':focus-visible') && !model.chosen.peek()) model.choose(id)
      }}
      onBlur={(event) => {
        if (event.relatedTarget) focused.current = false
      }}
      onClick={() => {
        model.open.value = id
      }}
    />
  )
}

function spoken(model: GraphModel, id: number): string {
  const card = model.card(id)
  const ties = model.network.value.tiesOf(id)
  const names = ties.slice(0, 6).map((tie) => cardName(across(tie, id)))
  const linked = names.length ? w('linkedTo', { names: names.join(', ') }) : w('links', { n: 0 })
  return card ? `${cardName(card)}. ${linked}` : ''
}

function Dialogs({ model: { open, linking, actions } }: { model: GraphModel }) {
  return (
    <>
      {open.value !== 0 && (
        <CardDialog
          key={open.value}
          actions={actions}
          card={open.value}
          onClose={() => {
            open.value = 0
          }}
        />
      )}
      {linking.value !== 0 && (
        <LinkDialog
          actions={actions}
          card={linking.value}
          onClose={() => {
            linking.value = 0
          }}
        />
      )}
    </>
  )
}
