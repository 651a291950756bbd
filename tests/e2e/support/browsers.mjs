// The system's own browsers, and devices in them: each device is one person's, with its own storage.
import assert from 'node:assert/strict'
import puppeteer from 'puppeteer-core'
import { passing, temporaryFolder } from '../../support/passing.mjs'
import { hang, Tab } from './tab.mjs'

export const laptop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

// A profile, and whatever else a browser lays down beside it, goes with the test.
process.env.TMPDIR = temporaryFolder('browsers')

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // In a container it is often too small, and a page that finds it full falls.
  '--disable-dev-shm-usage',
  '--lang=fr-FR',
]

export async function chromium() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  return launch({ executablePath, args: quiet, pipe: true })
}

export async function firefox() {
  const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr'
  const extraPrefsFirefox = { 'intl.accept_languages': 'fr', 'network.captive-portal-service.enabled': false }
  return launch({ browser: 'firefox', executablePath, extraPrefsFirefox })
}

async function launch(options) {
  const browser = await puppeteer.launch({ ...options, timeout: hang })
  passing(browser.process())
  return new Browser(browser)
}

class Browser {
  devices = []

  constructor(browser) {
    this.browser = browser
  }

  async device(options = {}) {
    const device = new Device(await this.browser.createBrowserContext(), { viewport: laptop, ...options })
    this.devices.push(device)
    return device
  }

  /** Closes what people left open, or it would go on beside the next test; whatever a page did that it must never
   * do fails here. */
  async empty() {
    const devices = this.devices.splice(0)
    for (const { context } of devices) await context.close()
    assert.deepEqual(devices.flatMap(({ tabs }) => tabs.flatMap(({ faults }) => faults)), [])
  }

  async close() {
    await this.empty().finally(() => this.browser.close())
  }
}

class Device {
  tabs = []

  constructor(context, options) {
    this.context = context
    this.options = options
  }

  /** A new tab; at this address if one is given. */
  async open(address) {
    const tab = await Tab.open(this.context, this.options)
    this.tabs.push(tab)
    if (address) await tab.go(address)
    return tab
  }
}
