// What a page saves to the person's disk.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/passing.mjs'

/** Answers the name and the path of the file that `act` makes the page save, once it is there whole. */
export async function savedBy(tab, act) {
  const folder = temporaryFolder('e2e')
  const wire = await tab.page.createCDPSession()
  const whole = new Promise((resolve) => {
    let name
    wire.on('Browser.downloadWillBegin', ({ suggestedFilename }) => {
      name = suggestedFilename
    })
    wire.on('Browser.downloadProgress', ({ state, guid }) => {
      if (state === 'completed') resolve({ name, path: join(folder, guid) })
    })
  })
  const browserContextId = tab.page.browserContext().id
  const way = { behavior: 'allowAndName', downloadPath: folder, eventsEnabled: true, browserContextId }
  await wire.send('Browser.setDownloadBehavior', way)
  await act()
  const file = await whole
  await wire.detach()
  return { ...file, text: () => readFileSync(file.path, 'utf8') }
}
