// What lies under a board's zones and cards: the map of France, when that is the board's scene. Fetched then.
import { effect } from '@preact/signals'
import type { WorkshopSession } from '../../sync/workshop'
import type { Backdrop } from '../map/outline'

/** Has the ground laid as the board's record says, now and later. Answers how to stop. */
export function layGround(
  session: WorkshopSession,
  board: number,
  lay: (backdrop: Backdrop | undefined) => void,
): () => void {
  let wanted = ''
  const stop = effect(() => {
    const scene = session.record('board', board).value?.scene ?? ''
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
