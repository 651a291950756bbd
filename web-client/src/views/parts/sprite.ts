// The page's icons, as symbols in a corner of it that nobody sees. Each is laid there by the module that shows it
// (build/icons.mjs).
const svg = 'http://www.w3.org/2000/svg'

/** `shapes` is one line: `path d=M0 0|circle cx=1&cy=2&r=3`. */
export function layIcon(name: string, shapes: string): void {
  const symbol = document.createElementNS(svg, 'symbol')
  symbol.id = `i-${name}`
  symbol.setAttribute('viewBox', '0 0 24 24')
  for (const shape of shapes.split('|')) {
    const [tag = '', attributes = ''] = shape.split(/ (.*)/)
    const element = document.createElementNS(svg, tag)
    for (const pair of attributes.split('&')) element.setAttribute(...(pair.split('=') as [string, string]))
    symbol.append(element)
  }
  document.querySelector('.sprite')?.append(symbol)
}
