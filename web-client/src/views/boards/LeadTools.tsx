// The animator's hand on the drawn board: everybody's eyes come to what one sees, and cards that wait in the inbox
// may be dropped where they belong.

import { useEffect } from 'preact/hooks'
import type { WorkshopSession } from '../../sync/workshop'
import { bringTo, release } from '../facilitation/show'
import { s } from '../facilitation/signwords'
import { w } from '../facilitation/words'
import { visibleRect } from '../parts/camera'
import { Menu, MenuChoice } from '../parts/Menu'
import { receiveCards } from './receive'
import type { BoardView } from './view'

export default function LeadTools({ view }: { view: BoardView }) {
  const session: WorkshopSession = view.session
  const lead = session.record('lead', view.board).value
  useEffect(() => receiveCards(view), [view])
  const bring = (held: boolean) =>
    bringTo(session, view.board, visibleRect(view.looking.camera, view.scene.size), held)
  return (
    <Menu icon="focus" label={w('lead')}>
      <MenuChoice label={w('bring')} onChoose={() => bring(false)} />
      <MenuChoice label={w('hold')} chosen={lead?.held ?? false} onChoose={() => bring(true)} />
      {lead && <MenuChoice label={s('release')} onChoose={() => release(session, view.board)} />}
    </Menu>
  )
}
