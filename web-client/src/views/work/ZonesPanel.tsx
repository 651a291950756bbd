// The zones of a board, for animators: added, named, placed, coloured, ruled, locked and taken away without a
// pointer.
import { useSignal } from '@preact/signals'
import type { Zone } from '../../../../protocol/generated/protocol'
import { inPlace } from '../cards/choosing'
import { Swatches } from '../cards/Swatches'
import { inReadingOrder, zoneOf } from '../cards/zones'
import { WordsInput } from '../parts/Field'
import { centre } from '../parts/geometry'
import { Icon } from '../parts/Icon'

import { Select } from '../parts/Select'

import { limitOf } from '../parts/text'
import { useUnsent } from '../parts/unsent'

import type { Desk, PanelProps } from './desk'
import { w } from './words'
import { addZone, changeZone, dropZone, newZone, type ZoneFields } from './zones'

export function ZonesPanel({ desk, first, onClose }: PanelProps & { first: number }) {
  const { session, board } = desk.actions
  const chosen = useSignal(first)
  const zones = inReadingOrder(session.where('zone', 'board', board).value)
  const zone = zones.find(({ id }) => id === chosen.value) ?? zones[0]
  const add = () => {
    const middle = centre(desk.seen())
    const at = { x: middle.x - newZone.width / 2, y: middle.y - newZone.height / 2, ...newZone }
    chosen.value = addZone(desk.actions, w('zoneNew'), at)
  }
  return (
    <div class="work-form">
      <button type="button" class="button" onClick={add}>
        <Icon name="square-dashed" />
        {w('zoneAdd')}
      </button>
      {zone ? (
        <>
          <Select
            label={w('zoneWhich')}
            value={zone.id}
            options={zones.map(({ id, title }) => ({ value: id, label: title }))}
            onChoose={(id) => {
              chosen.value = id
            }}
          />
          <ZoneForm key={zone.id} desk={desk} zone={zone} onClose={onClose} />
        </>
      ) : (
        <p>{w('noZones')}</p>
      )}
    </div>
  )
}

function ZoneForm({ desk, zone, onClose }: PanelProps & { zone: Zone }) {
  const { actions } = desk
  const change = (fields: ZoneFields) => changeZone(actions, zone, fields)
  const drop = () => {
    const undo = dropZone(actions, zone.id)
    actions.session.notify(w('zoneDropped', { title: zone.title }), { label: w('undo'), run: undo })
  }
  return (
    <>
      <ZoneTitle zone={zone} onTitle={(title) => change({ title })} />
      <Swatches chosen={zone.color} onChoose={(color) => change({ color })} />
      <Rule desk={desk} zone={zone} change={change} />
      <Tick label={w('zoneLocked')} on={zone.locked} set={(locked) => change({ locked })} />
      <Place desk={desk} zone={zone} />
      <div class="work-row">
        {desk.look && (
          <button
            type="button"
            class="button"
            onClick={() => {
              onClose()
              desk.look?.(zone)
            }}
          >
            {w('zoneShow')}
          </button>
        )}
        <button type="button" class="button" onClick={drop}>
          <Icon name="trash-2" />
          {w('zoneDrop')}
        </button>
      </div>
    </>
  )
}

function ZoneTitle({ zone, onTitle }: { zone: Zone; onTitle(title: string): void }) {
  const name = `${w('zoneTitle')} : ${zone.title}`
  const form = useUnsent({ place: `zone ${zone.id} title`, name, board: zone.board }, { title: zone.title })
  const words = form.field('title')
  const commit = () => {
    onTitle(words.value)
    form.done()
  }
  return (
    <label>
      <span>{w('zoneTitle')}</span>
      <WordsInput words={words} max={limitOf('edit_zone', 'title')} onChange={commit} />
    </label>
  )
}

interface Part {
  desk: Desk
  zone: Zone
}

function Rule({ desk, zone, change }: Part & { change(fields: ZoneFields): void }) {
  const { session } = desk.actions
  const objectives = inPlace(session.all('objective').value)
  const types = inPlace(session.all('card_type').value)
  return (
    <fieldset class="work-set">
      <legend>{w('zoneRule')}</legend>
      {objectives.length > 0 && (
        <Pick
          label={w('zoneObjective')}
          value={zone.objective}
          options={objectives.map(({ id, title }) => ({ id, name: title }))}
          choose={(objective) => change({ objective })}
        />
      )}
      {types.length > 0 && (
        <Pick
          label={w('zoneType')}
          value={zone.card_type}
          options={types.map(({ id, label }) => ({ id, name: label }))}
          choose={(card_type) => change({ card_type })}
        />
      )}
      <Tick label={w('zonePaints')} on={zone.paints} set={(paints) => change({ paints })} />
    </fieldset>
  )
}

interface PickProps {
  label: string
  value: number
  options: readonly { id: number; name: string }[]
  choose(id: number): void
}

function Pick({ label, value, options, choose }: PickProps) {
  return (
    <Select
      label={label}
      value={value}
      options={[
        { value: 0, label: w('none') },
        ...options.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={choose}
    />
  )
}

function Tick({ label, on, set }: { label: string; on: boolean; set(on: boolean): void }) {
  return (
    <label class="work-tick">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => set(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}

const measures = [
  ['x', 'left'],
  ['y', 'top'],
  ['width', 'width'],
  ['height', 'height'],
] as const

/** The cards that lie in it go along when it moves. */
function Place({ desk, zone }: Part) {
  const set = (field: (typeof measures)[number][0], value: number) => {
    if (Number.isFinite(value))
      changeZone(desk.actions, zone, { [field]: value }, along(desk, zone, field, value))
  }
  return (
    <fieldset class="work-set work-measures">
      <legend>{w('zonePlace')}</legend>
      {measures.map(([field, word]) => (
        <label key={field}>
          <span>{w(word)}</span>
          <input
            type="number"
            step={10}
            value={zone[field]}
            onChange={({ currentTarget }) => set(field, currentTarget.valueAsNumber)}
          />
        </label>
      ))}
    </fieldset>
  )
}

function along({ actions: { session, board } }: Desk, zone: Zone, field: string, value: number) {
  if (field !== 'x' && field !== 'y') return []
  const zones = session.where('zone', 'board', board).peek()
  return session
    .where('card', 'board', board)
    .peek()
    .filter((card) => zoneOf(card, zones) === zone)
    .map((card) => ({ id: card.id, x: card.x, y: card.y, [field]: card[field] + value - zone[field] }))
}
