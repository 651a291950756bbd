// The drawn map: outlines as SVG that the camera moves, and a button for each mark over them. The marks are one
// stop for the keyboard; arrows go from one to the next.

import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { cardName } from '../cards/words'
import type { Direction } from '../parts/geometry'
import { nearest } from '../parts/geometry'
import { lazy } from '../parts/lazy'
import { Said } from '../parts/Said'
import { carry } from './carry'
import type { MapModel, Mark } from './model'
import type { Departement } from './outline'
import { insets } from './projection'
import { Tool } from './Tool'
import { w } from './words'

const Undoing = lazy(() => import('../cards/Undoing'), { quiet: true })

export function MapStage({ model }: { model: MapModel }) {
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => (stage.current ? model.viewport.attach(stage.current) : undefined), [])
  const looked = model.looked.value
  useEffect(() => {
    if (looked) stage.current?.scrollIntoView({ block: 'nearest' })
  }, [looked])
  return (
    <section class="map-frame" aria-label={w('label')}>
      <div ref={stage} class="map-stage" data-picking={model.picking.value !== 0}>
        <Land model={model} />
        <Marks model={model} />
      </div>
      <p id="map-help" class="card-unseen">
        {w('help')}
      </p>
      <Tools model={model} />
      <Picking model={model} />
      <p class="map-source">{w('source')}</p>
    </section>
  )
}

function Land({ model }: { model: MapModel }) {
  const { x, y, k } = model.viewport.camera.value
  const departements = model.departements.value
  const outlines = useMemo(() => <Outlines departements={departements} />, [departements])
  return (
    <svg class="map-land" aria-hidden="true">
      <g transform={`translate(${x} ${y}) scale(${k})`}>{outlines}</g>
    </svg>
  )
}

/** Drawn once: the camera moves what they are in. */
function Outlines({ departements }: { departements: readonly Departement[] }) {
  return (
    <>
      {insets.map(({ code, box }) => (
        <rect
          key={code}
          class="map-inset"
          x={box.x - 12}
          y={box.y - 12}
          width={box.width + 24}
          height={box.height + 24}
          rx={24}
        />
      ))}
      {departements.map(({ code, name, path }) => (
        <path key={code} d={path}>
          <title>{`${name} (${code})`}</title>
        </path>
      ))}
    </>
  )
}

function Marks({ model }: { model: MapModel }) {
  const stop = useSignal(0)
  const marks = model.marks.value
  const current = useComputed(() => model.markOf(stop.value)?.key ?? model.marks.value[0]?.key ?? 0).value
  const { x, y, k } = model.viewport.camera.value
  const { width, height } = model.viewport.size.value
  const isSeen = ({ key, at }: Mark) =>
    key === current ||
    (at.x * k + x > -40 && at.x * k + x < width + 40 && at.y * k + y > -40 && at.y * k + y < height + 40)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of marks on a map is no fieldset.
    <div
      class="map-marks"
      role="group"
      aria-label={w('list')}
      aria-describedby="map-help"
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      {marks.filter(isSeen).map((mark) => (
        <MarkButton
          key={mark.key}
          model={model}
          mark={mark}
          k={k}
          isStop={mark.key === current}
          onStop={(key) => {
            stop.value = key
          }}
        />
      ))}
    </div>
  )
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

interface MarkProps {
  model: MapModel
  mark: Mark
  k: number
  isStop: boolean
  onStop(key: number): void
}

function MarkButton({ model, mark, k, isStop, onStop }: MarkProps) {
  const { key, at, members } = mark
  const first = members[0]?.card
  if (!first) return null
  const many = members.length > 1
  const press = (event: KeyboardEvent) => {
    const direction = arrows[event.key]
    if (!direction) return
    event.preventDefault()
    const next = nearest(rectOf(mark), model.marks.peek().map(rectOf), direction)
    if (next) goTo(model, next.mark, onStop)
  }
  return (
    <button
      type="button"
      class="map-mark"
      data-mark={key}
      data-many={many}
      data-color={first.color}
      data-chosen={members.some(({ card }) => card.id === model.within.value)}
      tabIndex={isStop ? 0 : -1}
      aria-label={nameOf(mark)}
      title={nameOf(mark)}
      style={{ transform: `translate(${at.x * k}px, ${at.y * k}px)` }}
      onKeyDown={press}
      onFocus={() => onStop(key)}
      onPointerDown={(event) => !many && carry(model, first, event)}
      onClick={() => model.enter(mark)}
    >
      {many ? members.length : ''}
    </button>
  )
}

function rectOf(mark: Mark) {
  return { mark, ...mark.at, width: 0, height: 0 }
}

/** The keyboard goes to the mark, which is there once it is in view. */
function goTo(model: MapModel, mark: Mark, onStop: (key: number) => void): void {
  onStop(mark.key)
  model.viewport.show(mark.at)
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`.map-mark[data-mark="${mark.key}"]`)?.focus({ preventScroll: true })
  })
}

function nameOf({ members }: Mark): string {
  const names = members.slice(0, 5).map(({ card }) => cardName(card))
  if (members.length === 1) return names[0] ?? ''
  return w('clusterLabel', {
    n: members.length,
    names: names.join(', ') + (members.length > names.length ? '…' : ''),
  })
}

function Tools({ model: { viewport, actions } }: { model: MapModel }) {
  return (
    <div class="map-tools" data-bar>
      {actions.allowed && <Undoing actions={actions} narrow />}
      <Tool icon="zoom-in" label={w('zoomIn')} run={() => viewport.zoomBy(1.5)} />
      <Tool icon="zoom-out" label={w('zoomOut')} run={() => viewport.zoomBy(1 / 1.5)} />
      <Tool icon="maximize" label={w('fit')} run={() => viewport.fitAll()} />
    </div>
  )
}

/** What one is asked to do while a card waits for its place. */
function Picking({ model }: { model: MapModel }) {
  const card = model.picking.value ? model.actions.card(model.picking.value) : undefined
  return (
    <div class="map-picking" hidden={!card}>
      {card && (
        <>
          <Said arrives>{w('picking', { name: cardName(card) })}</Said>
          <button
            type="button"
            class="card-button"
            onClick={() => {
              model.picking.value = 0
            }}
          >
            {w('pickCancel')}
          </button>
        </>
      )}
    </div>
  )
}
