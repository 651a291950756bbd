// A text set in lines: broken at blanks, within a word that is wider than a line where a syllable ends and with a
// hyphen, and shortened by whole words. Pure: whoever asks says how wide a text is, in the unit of the room.
import { graphemes } from './letters'

export type Width = (text: string) => number

/** Not at the spaces that hold a sign to its word, nor before one that French sets apart from it. */
const blanks = /[ \t\n\r]+(?![:;!?»%])/

export function wordsOf(text: string): string[] {
  return text.split(blanks).filter(Boolean)
}

/** At most so many lines; the last says there is more. */
export function wrapped(text: string, room: number, rows: number, width: Width): string[] {
  const lines = broken(text, room, rows, width)
  if (lines.length <= rows) return lines
  const last = lines[rows - 1]
  return last === undefined ? [] : [...lines.slice(0, rows - 1), closed(last, room, width)]
}

/** All of the text in lines, or the first of them and one more than `rows`. */
export function broken(text: string, room: number, rows: number, width: Width): string[] {
  const setter = new Setter(room, width)
  for (const word of wordsOf(text)) {
    setter.put(word)
    if (setter.done.length > rows) break
  }
  return setter.end()
}

class Setter {
  readonly done: string[] = []
  private line = ''
  private used = 0
  private readonly space: number

  constructor(
    private readonly room: number,
    private readonly width: Width,
  ) {
    this.space = width(' ')
  }

  put(word: string): void {
    const wide = this.width(word)
    const before = this.line ? this.used + this.space : 0
    if (before + wide <= this.room) this.add(word, before + wide)
    else if (wide <= this.room) {
      this.feed()
      this.add(word, wide)
    } else this.putPieces(piecesOf(word))
  }

  end(): string[] {
    this.feed()
    return this.done
  }

  private add(word: string, used: number): void {
    this.line = this.line ? `${this.line} ${word}` : word
    this.used = used
  }

  private feed(): void {
    if (this.line) this.done.push(this.line)
    this.line = ''
    this.used = 0
  }

  /** As many pieces on each line as it has room for. */
  private putPieces(pieces: Piece[]): void {
    for (let at = 0; at < pieces.length; ) {
      const start = this.line ? this.used + this.space : 0
      const { text, count } = this.fitting(pieces.slice(at), this.room - start)
      if (count) {
        this.add(text, start + this.width(text))
        at += count
        if (at < pieces.length) this.feed()
      } else if (this.line) this.feed()
      else at += this.cut(pieces, at)
    }
  }

  private fitting(pieces: readonly Piece[], room: number): { text: string; count: number } {
    let best = { text: '', count: 0 }
    let whole = ''
    for (const [at, { text, joint }] of pieces.entries()) {
      whole += text
      const shown = at + 1 < pieces.length ? whole + joint : whole
      if (this.width(shown) > room) break
      best = { text: shown, count: at + 1 }
    }
    return best
  }

  /** A piece that is wider than a line by itself fills one, with one sign at least. Answers how many pieces are done. */
  private cut(pieces: Piece[], at: number): number {
    const { text, joint } = pieces[at] as Piece
    const signs = graphemes(text)
    const hyphen = hyphenated.test(text) ? '-' : ''
    const head = (count: number) => signs.slice(0, count).join('') + (count < signs.length ? hyphen : '')
    let kept = 1
    while (kept < signs.length && this.width(head(kept + 1)) <= this.room) kept++
    this.done.push(head(kept))
    if (kept === signs.length) return 1
    pieces[at] = { text: signs.slice(kept).join(''), joint }
    return 0
  }
}

/** The line with a sign that there is more, by whole words where one has room. */
function closed(line: string, room: number, width: Width): string {
  const words = line.split(' ')
  if (words.length > 1 && line.endsWith('-')) words.pop()
  const ended = () => words.join(' ').replace(/[\s,;:.‐-]+$/, '')
  while (words.length > 1 && width(`${ended()}…`) > room) words.pop()
  const signs = graphemes(ended())
  while (signs.length > 1 && width(`${signs.join('')}…`) > room) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

/* ---- within a word ---- */

interface Piece {
  readonly text: string
  /** Shown at the end of a line when the next piece goes to another. */
  readonly joint: string
}

/** Scripts that divide words by a hyphen; others go on without. */
const hyphenated = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/** Where a word may be divided: at soft hyphens, behind the signs of an address, between characters that are words by
 * themselves, and between syllables. */
export function piecesOf(word: string): Piece[] {
  const parts =
    word.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\u00ad\-‐–—/@._:?&=+\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|[\u00ad\-‐–—/@._:?&=+]+/gu,
    ) ?? []
  const pieces: Piece[] = []
  for (const part of parts) {
    const last = pieces.at(-1)
    if (part === '\u00ad') {
      if (last) pieces[pieces.length - 1] = { text: last.text, joint: '-' }
    } else if (last && /^[-‐–—/@._:?&=+]/.test(part))
      pieces[pieces.length - 1] = { text: last.text + part, joint: '' }
    else {
      const all = syllables(part)
      pieces.push(...all.map((text, at) => ({ text, joint: at + 1 < all.length ? '-' : '' })))
    }
  }
  return pieces
}

const vowel = /^[aeiouyæœ]/
const pair = /^(?:[bcdfgptv][lr]|[cpt]h|gn|qu)$/
/** Fewer signs are not left alone on a line. */
const least = 2

/** A word as French divides it: each syllable begins with one consonant, or with two that are said as one. */
export function syllables(word: string): string[] {
  const signs = graphemes(word)
  const plain = signs.map((sign) => sign.normalize('NFD').charAt(0).toLowerCase())
  const isVowel = (at: number) => vowel.test(plain[at] ?? '')
  const cuts: number[] = []
  for (let at = 1; at < signs.length; at++) {
    if (!isVowel(at) || isVowel(at - 1)) continue
    const start = pair.test(`${plain[at - 2]}${plain[at - 1]}`) ? at - 2 : at - 1
    const from = cuts.at(-1) ?? 0
    const voiced = plain.slice(from, start).some((sign) => vowel.test(sign))
    if (voiced && start - from >= least && signs.length - start > least) cuts.push(start)
  }
  return [...cuts, signs.length].map((end, at) => signs.slice(cuts[at - 1] ?? 0, end).join(''))
}

/** With signs that a browser may break at, where a word is so long that it may not fit on a line. */
export function softened(text: string): string {
  return text.replace(/ (?=[:;!?»%])/g, '\u00a0').replace(/[^\s\u00a0]{12,}/g, (word) =>
    piecesOf(word)
      .map(({ text, joint }) => text + (joint ? '\u00ad' : '\u200b'))
      .join('')
      .slice(0, -1),
  )
}
