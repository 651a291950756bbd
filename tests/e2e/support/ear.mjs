// What a screen reader hears of the page by itself: each sentence that comes into a live region, in its order.
export async function listenIn(tab) {
  await tab.page.evaluateOnNewDocument(installEar)
  await tab.page.evaluate(installEar)
}

function installEar() {
  if (globalThis.heard) return
  globalThis.heard = []
  const listen = (records) => {
    for (const { addedNodes, target } of records) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live]')
      for (const node of addedNodes) if (region && node.textContent.trim()) globalThis.heard.push(node.textContent.replace(/\s+/g, ' ').trim())
    }
  }
  new MutationObserver(listen).observe(document, { childList: true, characterData: true, subtree: true })
}

/** All that was said since one listens. */
export const heard = (tab) => tab.page.evaluate(() => globalThis.heard)

/** Waits until something is said that this matches. */
export async function hears(tab, pattern) {
  const look = (source) => globalThis.heard.find((sentence) => new RegExp(source, 'u').test(sentence))
  return (await tab.until(`hear ${pattern}`, look, pattern.source)).jsonValue()
}

/** How often it was said. */
export const times = async (tab, pattern) => (await heard(tab)).filter((sentence) => pattern.test(sentence)).length
