// What an animator can do to the zone that is chosen.
import { b } from '../../i18n/board'
import { Swatches } from '../cards/Swatches'
import { Act } from '../parts/Act'
import { Menu } from '../parts/Menu'
import { w } from '../work/words'
import { changeZone, dropZone } from '../work/zones'
import type { BoardView } from './view'

export default function ZoneBar({ view, zone: id }: { view: BoardView; zone: number }) {
  const { actions, session } = view
  const zone = session.record('zone', id).value
  if (!zone) return null
  const drop = () => {
    const undo = dropZone(actions, id)
    view.zone.value = 0
    session.notify(w('zoneDropped', { title: zone.title }), { label: b('board.undo'), run: undo })
  }
  return (
    <fieldset class="board-bar" data-bar aria-label={w('zoneTools', { title: zone.title })}>
      <Act
        icon="pencil"
        label={w('zoneEdit')}
        run={() => {
          view.working.value = { tool: 'zones', zone: id }
        }}
      />
      <Menu icon="palette" label={w('zoneColor')}>
        <Swatches chosen={zone.color} onChoose={(color) => changeZone(actions, zone, { color })} />
      </Menu>
      <Act
        icon={zone.locked ? 'lock-open' : 'lock'}
        label={zone.locked ? w('unlock') : w('lock')}
        run={() => changeZone(actions, zone, { locked: !zone.locked })}
      />
      <Act icon="trash-2" label={w('zoneDrop')} run={drop} />
    </fieldset>
  )
}
