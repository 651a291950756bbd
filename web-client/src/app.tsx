// Which page an address is: the start page, or a workshop. A key in the address is taken out of it at once, so
// that it is not shoulder-read, bookmarked or projected.
import { render } from 'preact'
import { keysOf } from './browser'
import { applyPreferences } from './preferences'
import { type Address, readLink } from './sync/links'
import { lazy } from './views/parts/lazy'
import { openWorkshop } from './views/shell/open'

const Start = lazy(() => import('./views/start/Start'), { whose: 'elsewhere' })
const NotFound = lazy(() => import('./views/ended/NotFound'), { whose: 'elsewhere' })

function takeKey(): Address | undefined {
  const address = readLink(location.href)
  if (location.hash) history.replaceState(history.state, '', location.pathname)
  return address
}

function page(address: Address | undefined) {
  if (!address) return <NotFound />
  if (address.workshop !== 0) return openWorkshop(address)
  if (address.key) keysOf(0).set('link', address.key)
  return <Start />
}

/** Shows what the address names, and again when a link is pasted over it. */
export async function startApp(root: HTMLElement): Promise<void> {
  const address = takeKey()
  addEventListener('hashchange', () => location.hash && location.reload())
  await applyPreferences()
  render(page(address), root)
}
