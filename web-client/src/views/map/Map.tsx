// The map: France with the cards where they are, and the same cards as a list beside it.

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { b } from '../../i18n/board'
import type { WorkshopSession } from '../../sync/workshop'
import cardStyle from '../cards/card.css' with { type: 'text' }
import { lazy } from '../parts/lazy'
import { adoptStyle } from '../parts/style'
import { MapList } from './MapList'
import { MapStage } from './MapStage'
import mapStyle from './map.css' with { type: 'text' }
import { MapModel } from './model'
import { loadOutlines } from './outline'
import { w } from './words'

const CardDialog = lazy(() => import('../cards/CardDialog'))
const PlaceDialog = lazy(() => import('./PlaceDialog'))
adoptStyle(cardStyle)
adoptStyle(mapStyle)

interface Props {
  session: WorkshopSession
  board: number
}

export default function MapView({ session, board }: Props) {
  const record = session.record('board', board).value
  if (!record) return <p class="map-gone">{b('board.gone')}</p>
  return <OpenMap key={board} session={session} board={board} />
}

function OpenMap({ session, board }: Props) {
  const model = useSignal(new MapModel(session, board)).value
  useEffect(() => {
    loadOutlines().then(
      (outlines) => {
        model.departements.value = outlines
      },
      () => session.notify(w('noOutlines')),
    )
  }, [])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') model.picking.value = 0
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape gives up, wherever the keyboard is.
    <div class="map" onKeyDown={press}>
      <MapStage model={model} />
      <MapList model={model} />
      <Dialogs model={model} />
    </div>
  )
}

function Dialogs({ model }: { model: MapModel }) {
  const { open, placing } = model
  return (
    <>
      {open.value !== 0 && (
        <CardDialog
          key={open.value}
          actions={model.actions}
          card={open.value}
          onClose={() => {
            open.value = 0
          }}
        />
      )}
      {placing.value !== 0 && (
        <PlaceDialog
          key={placing.value}
          model={model}
          card={placing.value}
          onClose={() => {
            placing.value = 0
          }}
        />
      )}
    </>
  )
}
