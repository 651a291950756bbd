// Which page an address is: the start page, or a workshop. A key in the address is taken out of it at once, so
// that it is not shoulder-read, bookmarked or projected.
import { render } from 'preact'
import { keysOf } from './browser'
import { applyPreferences } from './preferences'
import { type Place, readLink } from './sync/links'
import { NotFound } from './views/ended/Ended'
import { openWorkshop } from './views/shell/open'
import { Start } from './views/start/Start'

function takeKey(): Place | undefined {
  const place = readLink(location.href)
  if (location.hash) history.replaceState(history.state, '', location.pathname)
  return place
}

function page(place: Place | undefined) {
  if (!place) return <NotFound />
  if (place.workshop !== 0) return openWorkshop(place)
  if (place.key) keysOf(0).set('link', place.key)
  return <Start />
}

/** Shows what the address names, and again when a link is pasted over it. */
export async function startApp(root: HTMLElement): Promise<void> {
  const place = takeKey()
  addEventListener('hashchange', () => location.hash && location.reload())
  await applyPreferences()
  render(page(place), root)
}
