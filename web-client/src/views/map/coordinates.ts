// Coordinates as people write them: degrees with a comma or a point, perhaps both numbers pasted at once. Pure.
import type { Lonlat } from './projection'

/** Undefined unless it is a number of degrees no farther from zero than `most`. */
export function degreesOf(written: string, most: number): number | undefined {
  const plain = written.trim().replace(/°$/, '').replace(',', '.').replace('−', '-')
  if (!/^[+-]?\d{1,3}(\.\d*)?$/.test(plain)) return undefined
  const degrees = Number(plain)
  return Math.abs(degrees) <= most ? degrees : undefined
}

/** "48.8566, 2.3522" as maps elsewhere copy it: latitude first. */
export function pairOf(written: string): Lonlat | undefined {
  const parts = written.trim().split(/\s*;\s*|,\s+|\s+|(?<=\.\d+),/)
  if (parts.length !== 2) return undefined
  const latitude = degreesOf(parts[0] ?? '', 90)
  const longitude = degreesOf(parts[1] ?? '', 180)
  return latitude === undefined || longitude === undefined ? undefined : { longitude, latitude }
}

/** For a field: as many decimals as a hundred metres need. */
export function written(millionths: number, decimal: string): string {
  return (millionths / 1e6)
    .toFixed(4)
    .replace(/\.?0+$/, '')
    .replace('.', decimal)
}

/** As records have it. */
export function millionths(degrees: number): number {
  return Math.round(degrees * 1e6)
}
