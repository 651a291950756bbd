// The cards of the map as lists: those of the mark one looks into, or all on the map, those without a place, and
// those that are somewhere else on earth.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Card } from '../../../../protocol/generated/protocol'
import { cardName } from '../cards/words'
import { Icon } from '../parts/Icon'
import { linesAtOnce, More } from '../parts/More'
import { Said } from '../parts/Said'
import type { MapModel } from './model'
import type { Placed } from './places'
import { w } from './words'

export function MapList({ model }: { model: MapModel }) {
  const { wanted, within } = model
  const mark = within.value ? model.markOf(within.value) : undefined
  return (
    <section class="map-list" aria-label={w('list')}>
      <label class="map-find">
        <span>{w('find')}</span>
        <input
          type="search"
          data-key="/"
          value={wanted.value}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value
          }}
        />
      </label>
      {mark && mark.members.length > 1 ? (
        <Here model={model} members={mark.members} onCloser={() => model.closer(mark)} />
      ) : (
        <Everything model={model} />
      )}
    </section>
  )
}

interface HereProps {
  model: MapModel
  members: readonly Placed[]
  onCloser(): void
}

function Here({ model, members, onCloser }: HereProps) {
  const heading = useRef<HTMLDivElement>(null)
  const first = members[0]?.card.id
  useEffect(() => heading.current?.scrollIntoView({ block: 'center' }), [first])
  return (
    <>
      <div ref={heading}>
        <Said arrives>
          <h3>{w('here', { n: members.length })}</h3>
        </Said>
      </div>
      <div class="map-here">
        <button type="button" class="card-button" onClick={onCloser}>
          <Icon name="zoom-in" />
          {w('closer')}
        </button>
        <button
          type="button"
          class="card-button"
          onClick={() => {
            model.within.value = 0
          }}
        >
          <Icon name="list" />
          {w('all')}
        </button>
      </div>
      <Lines model={model} lines={members.map((one) => lineOf(model, one))} />
    </>
  )
}

function Everything({ model }: { model: MapModel }) {
  const { placed, unplaced, elsewhere } = model.places.value
  const lines = placed.map((one) => lineOf(model, one)).sort(byPlace)
  return (
    <>
      <h3>{w('placed', { n: placed.length })}</h3>
      {placed.length === 0 && <p class="map-none">{w(model.wanted.value ? 'noneFound' : 'nonePlaced')}</p>}
      <Lines model={model} lines={lines} />
      <Apart model={model} heading={w('unplaced', { n: unplaced.length })} cards={unplaced} />
      <Apart model={model} heading={w('elsewhere', { n: elsewhere.length })} cards={elsewhere} />
    </>
  )
}

function Apart({ model, heading, cards }: { model: MapModel; heading: string; cards: readonly Card[] }) {
  if (cards.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <Lines model={model} lines={cards.map((card) => ({ card, where: '', placed: undefined }))} />
    </>
  )
}

interface Line {
  readonly card: Card
  readonly where: string
  readonly placed: Placed | undefined
}

const byName = new Intl.Collator('fr')

function byPlace(a: Line, b: Line): number {
  return byName.compare(a.where, b.where) || byName.compare(cardName(a.card), cardName(b.card))
}

function lineOf(model: MapModel, placed: Placed): Line {
  const { card, by } = placed
  const name = model.session.record('territory', card.territory).value?.name ?? ''
  const where = by === 'point' ? w('byPoint') : by === 'territory' ? name : w('byDepartement', { name })
  return { card, where, placed }
}

function Lines({ model, lines }: { model: MapModel; lines: readonly Line[] }) {
  const shown = useSignal(linesAtOnce)
  return (
    <>
      <ul class="map-lines">
        {lines.slice(0, shown.value).map((line) => (
          <LineItem key={line.card.id} model={model} line={line} />
        ))}
      </ul>
      <More shown={shown} total={lines.length} label={(n) => w('more', { n })} />
    </>
  )
}

function LineItem({ model, line: { card, where, placed } }: { model: MapModel; line: Line }) {
  const name = cardName(card)
  return (
    <li data-card={card.id} data-color={card.color}>
      <button
        type="button"
        class="map-line"
        onClick={() => {
          model.open.value = card.id
        }}
      >
        {name}
        {where && <small>{where}</small>}
      </button>
      {placed && (
        <button
          type="button"
          class="card-button is-icon"
          aria-label={w('show', { name })}
          title={w('show', { name })}
          onClick={() => model.lookAt(placed.at)}
        >
          <Icon name="focus" />
        </button>
      )}
      {model.actions.mayChange(card) && (
        <GiveButton
          model={model}
          card={card}
          label={w(placed ? 'change' : 'giveTo', { name })}
          isPlaced={!!placed}
        />
      )}
    </li>
  )
}

interface GiveProps {
  model: MapModel
  card: Card
  label: string
  isPlaced: boolean
}

function GiveButton({ model, card, label, isPlaced }: GiveProps) {
  return (
    <button
      type="button"
      class={isPlaced ? 'card-button is-icon' : 'card-button'}
      aria-label={label}
      title={label}
      onClick={() => {
        model.placing.value = card.id
      }}
    >
      <Icon name="move" />
      {!isPlaced && w('give')}
    </button>
  )
}
