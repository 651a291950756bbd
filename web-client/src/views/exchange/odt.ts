// A report as an OpenDocument text, for a word processor. Pure.
import { runsLeft } from '../parts/letters'
import type { Report, ReportCard } from './report'
import { escaped } from './svg'
import { type Entry, zipped } from './zip'

export interface Picture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

const kind = 'application/vnd.oasis.opendocument.text'
const spaces = ['office', 'style', 'text', 'table', 'drawing', 'fo', 'svg', 'manifest'] as const
const prefix: Readonly<Partial<Record<(typeof spaces)[number], string>>> = { drawing: 'draw' }
const compatible: readonly string[] = ['fo', 'svg']
const oasis = 'urn:oasis:names:tc:opendocument:xmlns:'
const names = spaces
  .map((name) => {
    const version = compatible.includes(name) ? `${name === 'fo' ? 'xsl-fo' : name}-compatible` : name
    return `xmlns:${prefix[name] ?? name}="${oasis}${version}:1.0"`
  })
  .join(' ')
const declared = '<?xml version="1.0" encoding="UTF-8"?>\n'
const linked = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

export function reportText(report: Report, picture: Picture | undefined, time: Date): Uint8Array {
  const file = (name: string, text: string): Entry => ({ name, bytes: new TextEncoder().encode(text) })
  const drawn = picture ? [{ name: 'Pictures/board.png', bytes: picture.png }] : []
  return zipped(
    [
      file('mimetype', kind),
      file('content.xml', content(report, picture)),
      file('styles.xml', styles(report.language)),
      ...drawn,
      file('META-INF/manifest.xml', manifest(picture !== undefined)),
    ],
    time,
  )
}

function manifest(hasPicture: boolean): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  const files = ['content.xml', 'styles.xml'].map((path) => entry(path, 'text/xml'))
  const picture = hasPicture ? entry('Pictures/board.png', 'image/png') : ''
  return `${declared}<manifest:manifest xmlns:manifest="${oasis}manifest:1.0" manifest:version="1.2">${entry('/', kind)}${files.join('')}${picture}</manifest:manifest>`
}

/** Each style twice: for texts that run to the right, and to the left. */
function styles(language: string): string {
  const letters = `fo:language="${escaped(language)}" fo:country="none" style:font-name-complex="Arial"`
  const style = (name: string, level: number, paragraph: string, text: string) =>
    ['', 'Left'].map((way) => {
      const outline = level ? ` style:default-outline-level="${level}"` : ''
      const mode = way ? ' style:writing-mode="rl-tb"' : ''
      return `<style:style style:name="${name}${way}" style:family="paragraph"${outline}><style:paragraph-properties fo:text-align="start"${mode} ${paragraph}/><style:text-properties ${text}/></style:style>`
    })
  const all = [
    ...style(
      'Heading1',
      1,
      'fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      'fo:font-size="22pt" fo:font-weight="bold"',
    ),
    ...style(
      'Heading2',
      2,
      'fo:margin-top="0.7cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      'fo:font-size="16pt" fo:font-weight="bold"',
    ),
    ...style(
      'Heading3',
      3,
      'fo:margin-top="0.5cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
      'fo:font-size="13pt" fo:font-weight="bold"',
    ),
    ...style(
      'Heading4',
      4,
      'fo:margin-top="0.3cm" fo:keep-with-next="always"',
      'fo:font-size="11pt" fo:font-weight="bold"',
    ),
    ...style('Text', 0, 'fo:hyphenation-ladder-count="no-limit"', 'fo:font-size="11pt" fo:hyphenate="true"'),
    ...style('Facts', 0, 'fo:margin-bottom="0.1cm"', 'fo:font-size="9.5pt" fo:color="#47616a"'),
  ]
  return `${declared}<office:document-styles ${names} office:version="1.2"><office:styles><style:default-style style:family="paragraph"><style:text-properties ${letters}/></style:default-style>${all.join('')}</office:styles><office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/></office:master-styles></office:document-styles>`
}

function content(report: Report, picture: Picture | undefined): string {
  const { words } = report
  const body = [
    heading(report.title, 1),
    paragraph(`${report.workshop} · ${report.date}`, 'Facts'),
    section(
      words.instruction,
      report.instruction.map((line) => paragraph(line)),
    ),
    section(words.picture, picture ? [drawing(picture)] : []),
    section(words.ranking, report.ranks.length ? [ranking(report)] : []),
    section(words.cards, report.parts.map(part)),
    section(
      words.links,
      report.links.map((line) => paragraph(line)),
    ),
    section(
      words.people,
      report.people.map(({ title, names }) =>
        [title && heading(title, 3), ...names.map((name) => paragraph(name))].join(''),
      ),
    ),
  ]
  const frame =
    '<style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:horizontal-pos="center" style:horizontal-rel="paragraph"/></style:style>'
  return `${declared}<office:document-content ${names} ${linked} office:version="1.2"><office:automatic-styles>${frame}</office:automatic-styles><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`
}

function section(title: string, parts: readonly string[]): string {
  return parts.length ? heading(title, 2) + parts.join('') : ''
}

function heading(text: string, level: number): string {
  return `<text:h text:style-name="Heading${level}${way(text)}" text:outline-level="${level}">${run(text)}</text:h>`
}

function paragraph(text: string, style: 'Text' | 'Facts' = 'Text'): string {
  return `<text:p text:style-name="${style}${way(text)}">${run(text)}</text:p>`
}

function way(text: string): string {
  return runsLeft(text) ? 'Left' : ''
}

/** Several blanks are told one by one, or they would be one. */
function run(text: string): string {
  return escaped(text).replace(/ {2,}|^ | $/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)
}

function part({ title, cards }: Report['parts'][number]): string {
  return [title && heading(title, 3), ...cards.map(card), cards.length ? '' : paragraph('—')].join('')
}

function card({ title, text, about }: ReportCard): string {
  const facts = about.length ? paragraph(about.join(' · '), 'Facts') : ''
  return [heading(title, 4), ...text.map((line) => paragraph(line)), facts].join('')
}

function ranking({ ranks, words }: Report): string {
  const row = (cells: readonly string[]) =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string">${paragraph(cell)}</table:table-cell>`).join('')}</table:table-row>`
  const rows = ranks.map(({ rank, title, points }) => row([String(rank), title, String(points)]))
  const head = row(['', words.card, words.points])
  return `<table:table table:name="${escaped(words.ranking)}"><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>${head}</table:table-header-rows>${rows.join('')}</table:table>`
}

/** As wide as the page has room, or as high. */
function drawing({ width, height }: Picture): string {
  const scale = Math.min(17 / width, 23 / height)
  const [x, y] = [width, height].map((length) => `${(length * scale).toFixed(2)}cm`)
  return `<text:p text:style-name="Text"><draw:frame draw:style-name="Picture" draw:name="board" text:anchor-type="as-char" svg:width="${x}" svg:height="${y}"><draw:image xlink:href="Pictures/board.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>`
}
