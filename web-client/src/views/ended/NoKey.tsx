import { PasteLink } from './PasteLink'
import { StopPage } from './StopPage'
import { w } from './words'

/** A workshop's address on a device that holds no key for it. */
export default function NoKey() {
  return (
    <StopPage title={w('noKeyTitle')}>
      <p class="lead">{w('noKey')}</p>
      <PasteLink />
    </StopPage>
  )
}
