// A new card from wherever one is, in a dialog: its words, the zone it goes to, and whatever else a card may have.

import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Color } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import { Dialog } from '../parts/Dialog'
import { adoptStyle } from '../parts/style'
import { CardActions } from './actions'
import CardFields from './CardFields'
import { CardForm } from './CardForm'
import cardStyle from './card.css' with { type: 'text' }
import { blank, type Draft } from './draft'
import { zoneServing } from './filling'
import openedStyle from './opened.css' with { type: 'text' }
import { newPlace } from './places'
import { w } from './terms'
import { given, noTraits, type Traits } from './traits'
import { ZoneSelect } from './ZoneSelect'
import { inReadingOrder, placeIn, placeOutside } from './zones'

adoptStyle(cardStyle)
adoptStyle(openedStyle)

interface Props {
  session: WorkshopSession
  board: number
  onClose(): void
}

/** The zone that was chosen last on each board: who writes several cards writes them in one. */
const lastZone = new Map<number, number>()

/** What is chosen for it besides its words. */
interface Chosen {
  zone: number
  traits: Traits
  /** None of one's own: the zone's. */
  color: Color | undefined
  anonymous: boolean
}

/** What is being made, as it was when its writing was broken off, and how it is laid on the board. */
function useMaking({ session, board }: Props) {
  const actions = useRef(new CardActions(session, board)).current
  const zones = inReadingOrder(session.where('zone', 'board', board).value).filter(
    ({ locked }) => !locked || session.can.animate(),
  )
  const left = session.unsent.peek(newPlace(board))?.choices as Partial<Chosen> | undefined
  const last = left?.zone ?? lastZone.get(board)
  const zone = useSignal(zones.find(({ id }) => id === last)?.id ?? zones[0]?.id ?? 0)
  const traits = useSignal<Traits>(left?.traits ?? noTraits)
  const color = useSignal(left?.color)
  const anonymous = useSignal(left?.anonymous ?? false)
  const lay = (written: Draft) => {
    const target = zones.find(({ id }) => id === zone.value)
    const cards = session.where('card', 'board', board).peek()
    const at = target ? placeIn(target, cards) : placeOutside(zones, cards)
    lastZone.set(board, zone.value)
    return actions.add(written, color.value ?? target?.color ?? 'sand', at, undefined, {
      ...given(traits.value),
      ...(anonymous.value ? { anonymous: true } : {}),
    })
  }
  const chosen = { zone: zone.value, traits: traits.value, color: color.value, anonymous: anonymous.value }
  return { actions, zones, zone, traits, color, anonymous, chosen, lay }
}

export default function NewCard(props: Props) {
  const { session, board, onClose } = props
  const { actions, zones, zone, traits, color, anonymous, chosen, lay } = useMaking(props)
  const host = useRef<HTMLDivElement>(null)
  // A dialog that opens gives the keyboard to its first button.
  useEffect(() => host.current?.querySelector('textarea')?.focus(), [])
  return (
    <Dialog title={b('card.new')} drawer onClose={onClose}>
      <div ref={host}>
        <CardForm
          actions={actions}
          card={0}
          begun={blank}
          label={b('card.new')}
          choices={chosen}
          lay={lay}
          onClose={onClose}
          onCancel={onClose}
        >
          {zones.length > 0 && (
            <ZoneSelect label={b('card.inZone')} zones={zones} chosen={zone} none={b('list.outside')} />
          )}
          <CardFields
            session={session}
            place={newPlace(board)}
            traits={traits.value}
            onChange={(fields, type) => {
              traits.value = { ...traits.value, ...fields }
              zone.value = zoneServing(zones, fields.objectives ?? [])?.id ?? zone.value
              color.value = type?.color ?? color.value
            }}
          />
          {session.me.value.person !== 0 && <Unsigned anonymous={anonymous} />}
        </CardForm>
      </div>
    </Dialog>
  )
}

function Unsigned({ anonymous }: { anonymous: Signal<boolean> }) {
  return (
    <label class="card-unsigned">
      <input
        type="checkbox"
        checked={anonymous.value}
        onChange={({ currentTarget }) => {
          anonymous.value = currentTarget.checked
        }}
      />
      {w('anonymous')}
    </label>
  )
}
