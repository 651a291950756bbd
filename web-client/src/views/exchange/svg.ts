// A drawing as an SVG file: paths and texts only, every word escaped, nothing fetched and nothing run. Pure.
import { type Drawing, round, type Shape } from './drawing'

export function svgOf({ frame, paper, font, shapes }: Drawing, title: string): string {
  const { x, y, width, height } = frame
  const box = [x, y, width, height].map(round).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${round(width)}" height="${round(height)}" font-family="${escaped(font)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${escaped(paper)}"/>`,
    ...shapes.map(element),
    '</svg>\n',
  ].join('\n')
}

function element(shape: Shape): string {
  if (shape.kind === 'path') {
    const stroke = shape.stroke
    const lines = stroke
      ? ` stroke="${escaped(stroke.color)}" stroke-width="${stroke.width}"${stroke.dashed ? ' stroke-dasharray="8 6"' : ''}`
      : ''
    const opacity = shape.opacity === undefined ? '' : ` opacity="${shape.opacity}"`
    return `<path d="${escaped(shape.path)}" fill="${escaped(shape.fill ?? 'none')}"${lines}${opacity}/>`
  }
  const { at, text, size, bold, color, anchor, halo, left } = shape
  const around = halo
    ? ` stroke="${escaped(halo)}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"`
    : ''
  const place =
    anchor === 'middle'
      ? ' text-anchor="middle" dominant-baseline="middle"'
      : anchor === 'end'
        ? ' text-anchor="end"'
        : left
          ? ' direction="rtl"'
          : ''
  return `<text x="${round(at.x)}" y="${round(at.y)}" font-size="${size}"${bold ? ' font-weight="600"' : ''} fill="${escaped(color)}"${place}${around}>${escaped(text)}</text>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that XML does not know are left out. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (character) => entities[character] ?? '')
  )
}
