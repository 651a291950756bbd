// One tab, with the eyes and hands of whoever sits before it. Nothing here sleeps: each verb waits for what it
// names, and one that waits in vain says what was on the page instead.
import assert from 'node:assert/strict'
import { installFinder } from './finder.mjs'

/** A hang is a failure, not a verdict on speed. */
export const hang = 90_000
const polling = 40
/** What Firefox reports as an error of the page, though nobody threw it. */
const networkFell = /^The connection to ws:|^Firefox can’t establish a connection/

export class Tab {
  /** What a page must never do: throw, or break its own content policy. */
  faults = []

  static async open(context, { viewport, dark = false, language = 'fr' } = {}) {
    const tab = new Tab()
    tab.page = await context.newPage()
    await tab.prepare(viewport, dark, language)
    return tab
  }

  async prepare(viewport, dark, language) {
    const { page } = this
    page.setDefaultTimeout(hang)
    page.on('pageerror', (error) => {
      if (!networkFell.test(error.message)) this.faults.push(`thrown: ${error.stack ?? error}`)
    })
    page.on('console', (message) => {
      if (/content.security.policy/i.test(message.text())) this.faults.push(message.text())
    })
    page.on('dialog', (dialog) => {
      this.faults.push(`asked: ${dialog.message()}`)
      void dialog.accept()
    })
    if (viewport) await page.setViewport(viewport)
    if (dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await page.evaluateOnNewDocument(installFinder)
    await page.evaluateOnNewDocument((chosen) => {
      try {
        localStorage.getItem('archipel.language') ?? localStorage.setItem('archipel.language', chosen)
      } catch {
        // A page without an origin, before the first address.
      }
    }, language)
  }

  async go(address) {
    // From a blank page, or another key in the same address would not load anything.
    await this.page.goto('about:blank')
    await this.page.goto(address, { waitUntil: 'domcontentloaded' })
  }

  async reload() {
    await this.page.reload({ waitUntil: 'domcontentloaded' })
  }

  async close() {
    await this.page.close()
  }

  /** Waits until `look`, run inside the page, answers something, and answers that. */
  async until(what, look, ...given) {
    try {
      return await this.page.waitForFunction(look, { polling, timeout: hang }, ...given)
    } catch (error) {
      assert.fail(`${what}: waited in vain (${error.message}). The page said:\n${await this.words()}`)
    }
  }

  async words() {
    return this.page.evaluate(() => document.body?.innerText ?? '').catch((error) => `nothing: ${error.message}`)
  }

  async see(text) {
    await this.until(`see “${text}”`, (wanted) => globalThis.finder?.has(wanted), text)
  }

  async seeNoMore(text) {
    await this.until(`see “${text}” no more`, (wanted) => globalThis.finder?.has(wanted) === false, text)
  }

  /** `card` narrows the search to the card of the list with this title; so for the verbs below. */
  find(kind, name, card) {
    const look = (...given) => globalThis.finder?.find(...given)
    return this.until(`find ${kind} ${name}`, look, kind, wanted(name), card)
  }

  /** Where a pointer meets it: in sight, holding still, under nothing else. */
  async point(kind, name, card) {
    const look = (...given) => globalThis.finder?.pointOf(...given)
    return (await this.until(`point at ${kind} ${name}`, look, kind, wanted(name), card)).jsonValue()
  }

  async press(kind, name, card) {
    const { x, y } = await this.point(kind, name, card)
    await this.page.mouse.click(x, y)
  }

  /** By keyboard: others' cards may push a button from under the pointer, not from under the focus. */
  async activate(kind, name, card) {
    await (await this.find(kind, name, card)).focus()
    await this.keys('Enter')
  }

  /** Puts `text` in the place of what a field held. */
  async fill(name, text) {
    const field = await this.find('field', name)
    await field.focus()
    await field.evaluate((input) => input.select())
    await this.page.keyboard.press('Backspace')
    await field.type(text)
  }

  /** Chooses by the words of the option. */
  async choose(name, label, card) {
    const field = await this.find('choice', name, card)
    const value = await field.evaluate(
      (select, words) => [...select.options].find((option) => option.text.trim() === words)?.value,
      label,
    )
    assert.ok(value !== undefined, `“${name}” has no choice “${label}”`)
    await field.select(value)
  }

  async give(name, path) {
    const field = await this.find('file', name)
    await field.uploadFile(path)
  }

  async keys(...names) {
    for (const name of names) await pressWithModifiers(this.page.keyboard, name.split('+'))
  }

  /** Once there is a caret: a form may be on its way. */
  async type(text) {
    await this.caret()
    await this.page.keyboard.type(text)
  }

  /** All of it at once, as from a clipboard. */
  async paste(text) {
    await this.caret()
    await this.page.keyboard.sendCharacter(text)
  }

  async caret() {
    await this.until('see the caret in a field', () => globalThis.finder?.hasCaret())
  }

  /** Waits until what holds the keyboard has this name. */
  async isOn(name) {
    await this.until(`have the keyboard on ${name}`, (sought) => globalThis.finder?.holdsKeyboard(sought), wanted(name))
  }

  /** Goes there by Tab, and by arrows inside a bar, which is one stop. Answers how many keys it took. */
  async tabTo(name) {
    await this.until(`have ${name} to go to`, (sought) => globalThis.finder?.isReachable(sought), wanted(name))
    const isThere = (sought) => globalThis.finder.holdsKeyboard(sought)
    const inBar = (sought) => globalThis.finder.isInBar(sought)
    for (let presses = 0; presses < 250; presses++) {
      if (await this.page.evaluate(isThere, wanted(name))) return presses
      await this.page.keyboard.press((await this.page.evaluate(inBar, wanted(name))) ? 'ArrowRight' : 'Tab')
    }
    assert.fail(`the keyboard never came to ${name}. The page said:\n${await this.words()}`)
  }
}

async function pressWithModifiers(keyboard, names) {
  const [last, ...held] = names.reverse()
  for (const name of held) await keyboard.down(name)
  await keyboard.press(last)
  for (const name of held) await keyboard.up(name)
}

/** A name is a whole text or a pattern; this is the shape in which it goes into the page. */
function wanted(name) {
  return name instanceof RegExp ? { source: name.source } : { exact: name }
}
