// A report as one file that any browser shows and prints: nothing fetched and nothing run. Pure.
import type { Report, ReportCard } from './report'
import { escaped } from './svg'

const style = `
:root{color-scheme:light;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#12333b;background:#fff}
body{max-width:46rem;margin:0 auto;padding:2rem 1rem}
h1,h2,h3,h4{line-height:1.25;break-after:avoid;margin:1.5em 0 .5em}
h1{font-size:2rem;margin-top:0}h2{border-bottom:2px solid #0b5563;padding-bottom:.2em}h4{margin:0}
p,li,h1,h2,h3,h4,td{overflow-wrap:anywhere;hyphens:auto;unicode-bidi:plaintext;text-align:start}
p{margin:.3em 0}.soft{color:#47616a}
article{break-inside:avoid;margin:0 0 .8rem;padding:.6rem .8rem;border:1px solid #d6cab3;border-inline-start:4px solid #0b5563;border-radius:4px}
figure{margin:0;break-inside:avoid}figure svg{display:block;width:100%;height:auto;max-height:230mm}
table{border-collapse:collapse;width:100%}th,td{padding:.3em .6em;border-bottom:1px solid #d6cab3;text-align:start;vertical-align:top}
tr{break-inside:avoid}td:first-child,td:last-child,th:first-child,th:last-child{width:5em;text-align:end}
@page{margin:18mm 16mm}@page wide{size:A4 landscape;margin:12mm}
@media print{body{max-width:none;padding:0}section:has(figure){page:wide}figure svg{max-height:145mm}}
`

/** `picture` is an SVG of ours, or empty. */
export function reportPage(report: Report, picture: string): string {
  const { language, title, workshop, date, words } = report
  return [
    `<!doctype html>`,
    `<html lang="${escaped(language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<h1 dir="auto">${escaped(title)}</h1>`,
    `<p class="soft"><bdi>${escaped(workshop)}</bdi> · ${escaped(date)}</p>`,
    section(words.instruction, report.instruction.map(paragraph).join('')),
    section(words.picture, picture && `<figure>${picture}</figure>`),
    section(words.ranking, ranking(report)),
    section(words.cards, report.parts.map(part).join('\n')),
    section(words.links, list(report.links)),
    section(words.people, report.people.map(group).join('\n')),
    `</body></html>\n`,
  ]
    .filter(Boolean)
    .join('\n')
}

function section(title: string, content: string): string {
  return content && `<section><h2>${escaped(title)}</h2>\n${content}\n</section>`
}

function paragraph(text: string): string {
  return `<p dir="auto">${escaped(text)}</p>`
}

function list(lines: readonly string[]): string {
  return lines.length
    ? `<ul>${lines.map((line) => `<li dir="auto">${escaped(line)}</li>`).join('\n')}</ul>`
    : ''
}

function ranking({ ranks, words }: Report): string {
  if (!ranks.length) return ''
  const rows = ranks.map(
    ({ rank, title, points }) =>
      `<tr><td>${rank}</td><td dir="auto">${escaped(title)}</td><td>${points}</td></tr>`,
  )
  return `<table><thead><tr><th></th><th>${escaped(words.card)}</th><th>${escaped(words.points)}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`
}

function part({ title, cards }: Report['parts'][number]): string {
  return [
    title && `<h3 dir="auto">${escaped(title)}</h3>`,
    cards.length ? cards.map(card).join('\n') : '<p>—</p>',
  ].join('\n')
}

function card({ title, text, about }: ReportCard): string {
  const facts = about.map((one) => `<bdi>${escaped(one)}</bdi>`).join(' · ')
  return `<article><h4 dir="auto">${escaped(title)}</h4>${text.map(paragraph).join('')}${facts && `<p class="soft">${facts}</p>`}</article>`
}

function group({ title, names }: Report['people'][number]): string {
  return `${title && `<h3 dir="auto">${escaped(title)}</h3>`}${list(names)}`
}
