// Short codes: six letters that lead into a workshop while an animator keeps its door open (PROTOCOL.md, H21).
import { type Close, SCHEMA, VERSION } from '../../../protocol/generated/protocol'
import { type Clock, Connection, type Socket } from './connection'
import type { Address } from './links'

/** Consonants, so that no word comes about by chance, and of those that look alike one each. */
const letters = 'BCDFHJKLMNPRSTVWXZ'
const length = 6

/** What one may take a letter for, on a wall or in one's own hand. */
const alike: Record<string, string> = {
  O: 'D',
  Q: 'D',
  '0': 'D',
  I: 'L',
  '1': 'L',
  G: 'C',
  '6': 'C',
  U: 'V',
  '2': 'Z',
  '5': 'S',
  '8': 'B',
}

/** Without vowels, too, there is what nobody wants on a wall. */
const unwanted = /PD|FDP|NTM|SS|HH|KKK|F[CK]K|FK|CNT|DCK|SHT|BTCH|WTF|X{3}|NZ|PT|SLP/

/** The code that somebody typed, in any case, with blanks and hyphens, or behind an address; undefined when it is
 * none. */
export function readCode(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').trim().replace(/\/$/, '')
  const last = plain.slice(plain.lastIndexOf('/') + 1)
  const signs = [...last.toUpperCase().replace(/[\s\p{Pd}._·]/gu, '')].map((sign) => alike[sign] ?? sign)
  return signs.length === length && signs.every((sign) => letters.includes(sign)) ? signs.join('') : undefined
}

/** A new code; `random` gives so many random bytes. */
export function drawCode(random: (count: number) => Uint8Array): string {
  for (;;) {
    // Each letter as likely as the others: what is left over of a byte is thrown away.
    const fair = [...random(length * 2)].filter((byte) => byte < 256 - (256 % letters.length))
    const code = fair
      .slice(0, length)
      .map((byte) => letters[byte % letters.length])
      .join('')
    if (code.length === length && !unwanted.test(code)) return code
  }
}

/** As it stands on a wall: in two halves, so that the eye keeps its place. */
export function spacedCode(code: string): string {
  return `${code.slice(0, length / 2)} ${code.slice(length / 2)}`
}

/** How long a code leads in, ms, should the door be forgotten. */
const lasts = 24 * 3_600_000

/** The code that leads in now, of what the workshop says. */
export function openCode(
  said: { code: string; opened_at: number } | undefined,
  now: number,
): string | undefined {
  return said && said.code !== '' && now - said.opened_at < lasts ? said.code : undefined
}

/** Where a code leads, or why it does not. Waits for the network where there is none; `stop` gives up. */
export function tryCode(
  open: (subprotocol: string) => Socket,
  clock: Clock,
  code: string,
): { answer: Promise<Address | Close>; stop(): void } {
  const { promise, resolve } = withResolver<Address | Close>()
  const connection = new Connection(open, clock, {
    hello: () => ({ type: 'try_code', version: VERSION, schema: SCHEMA, code }),
    receive: (message) => {
      if (message.type !== 'way_in') return
      connection.stop()
      resolve(
        message.key.length > 0
          ? { workshop: message.workshop, key: message.key, shown: undefined }
          : 'unknown_code',
      )
    },
    settled: () => {},
    point: () => undefined,
    down: () => {},
    ended: resolve,
  })
  connection.start()
  return { answer: promise, stop: () => connection.stop() }
}

function withResolver<Value>(): { promise: Promise<Value>; resolve(value: Value): void } {
  let resolve = (_: Value) => {}
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
