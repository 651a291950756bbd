// What lies under a board's zones and cards: the map of France, when that is the board's scene. Fetched then.
import { effect } from '@preact/signals'
import type { Backdrop } from '../map/outline'
import type { BoardView } from './view'

/** Keeps the ground as the board's record says. Answers how to stop. */
export function layGround(view: BoardView): () => void {
  let wanted = ''
  const lay = (backdrop: Backdrop | undefined) => {
    view.looking.ground = backdrop?.extent
    view.layBackdrop(backdrop)
  }
  const stop = effect(() => {
    const scene = view.session.record('board', view.board).value?.scene ?? ''
    if (scene === wanted) return
    wanted = scene
    if (scene !== 'france') lay(undefined)
    else
      void fetchBackdrop().then((backdrop) => {
        if (wanted === 'france') lay(backdrop)
      })
  })
  return () => {
    wanted = ''
    stop()
  }
}

/** Without network there is no map: the cards are there all the same. */
async function fetchBackdrop(): Promise<Backdrop | undefined> {
  const module = await import('../map/outline').catch(() => undefined)
  return module?.loadBackdrop().catch(() => undefined)
}
