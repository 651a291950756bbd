// Where a card is, said without dragging: a département, coordinates, or a touch of the map.
import { type Signal, useSignal } from '@preact/signals'
import { language } from '../../i18n/i18n'
import { cardName } from '../cards/words'
import { Choice } from '../parts/Choice'
import { Dialog } from '../parts/Dialog'
import { Field } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { degreesOf, pairOf, written } from './coordinates'
import type { MapModel } from './model'
import { type Lonlat, unproject } from './projection'
import { w } from './words'

interface Props {
  model: MapModel
  card: number
  onClose(): void
}

export default function PlaceDialog({ model, card: id, onClose }: Props) {
  const card = model.session.record('card', id).value
  if (!card) return null
  const place = (at: Lonlat) => {
    model.pin(id, at)
    onClose()
  }
  return (
    <Dialog title={w('place', { name: cardName(card) })} onClose={onClose}>
      <button
        type="button"
        class="button"
        onClick={() => {
          model.pick(id)
          onClose()
        }}
      >
        <Icon name="map" />
        {w('pick')}
      </button>
      <DepartementField model={model} onPlace={place} />
      <Coordinates
        latitude={card.pinned ? card.latitude : undefined}
        longitude={card.pinned ? card.longitude : undefined}
        onPlace={place}
      />
      {card.pinned && (
        <>
          <button
            type="button"
            class="button"
            onClick={() => {
              model.unpin(id)
              onClose()
            }}
          >
            {w('unpin')}
          </button>
          <p class="hint">{w('unpinHint')}</p>
        </>
      )}
    </Dialog>
  )
}

function DepartementField({ model, onPlace }: { model: MapModel; onPlace(at: Lonlat): void }) {
  const code = useSignal('')
  const chosen = model.departements.value.find((one) => one.code === code.value)
  const at = chosen && unproject(chosen.middle)
  return (
    <form
      class="map-place"
      onSubmit={(event) => {
        event.preventDefault()
        if (at) onPlace(at)
      }}
    >
      <Choice
        label={w('departement')}
        value={code.value}
        options={[
          { value: '', label: w('choose') },
          ...model.departements.value.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
        ]}
        onChoose={(chosen) => {
          code.value = chosen
        }}
      />
      <button type="submit" class="button" disabled={!at}>
        {w('save')}
      </button>
    </form>
  )
}

interface CoordinatesProps {
  /** Millionths of a degree. */
  latitude: number | undefined
  longitude: number | undefined
  onPlace(at: Lonlat): void
}

function Coordinates({ latitude, longitude, onPlace }: CoordinatesProps) {
  const decimal = language.value === 'fr' ? ',' : '.'
  const north = useSignal(latitude === undefined ? '' : written(latitude, decimal))
  const east = useSignal(longitude === undefined ? '' : written(longitude, decimal))
  const tried = useSignal(false)
  const at = { latitude: degreesOf(north.value, 90), longitude: degreesOf(east.value, 180) }
  const paste = (event: ClipboardEvent) => {
    const pair = pairOf(event.clipboardData?.getData('text') ?? '')
    if (!pair) return
    event.preventDefault()
    north.value = String(pair.latitude).replace('.', decimal)
    east.value = String(pair.longitude).replace('.', decimal)
  }
  return (
    <form
      class="map-place"
      onSubmit={(event) => {
        event.preventDefault()
        tried.value = true
        if (at.latitude !== undefined && at.longitude !== undefined)
          onPlace({ latitude: at.latitude, longitude: at.longitude })
      }}
    >
      <Degrees
        label={w('latitude')}
        hint={w('coordinatesHint')}
        error={tried.value && at.latitude === undefined ? w('latitudeWrong') : undefined}
        value={north}
        onPaste={paste}
      />
      <Degrees
        label={w('longitude')}
        error={tried.value && at.longitude === undefined ? w('longitudeWrong') : undefined}
        value={east}
      />
      <button type="submit" class="button">
        {w('save')}
      </button>
    </form>
  )
}

interface DegreesProps {
  label: string
  hint?: string
  error: string | undefined
  value: Signal<string>
  onPaste?(event: ClipboardEvent): void
}

function Degrees({ label, hint, error, value, onPaste }: DegreesProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          inputMode="text"
          autocomplete="off"
          maxLength={16}
          value={value.value}
          onPaste={onPaste}
          onInput={({ currentTarget }) => {
            value.value = currentTarget.value
          }}
        />
      )}
    </Field>
  )
}
