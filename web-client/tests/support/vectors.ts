// The golden vectors that the C tests read too.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

declare const REPOSITORY: string

export interface Vector {
  name: string
  hex: string
  loose?: boolean
  message?: Record<string, unknown> & { type: string }
  broken?: string
  to?: string
  file: string
}

/** Never empty: a repository without its vectors is broken. */
export function readVectors(): Vector[] {
  const folder = join(REPOSITORY, 'protocol', 'vectors')
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const vectors = files.flatMap((file) =>
    (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector[]).map((vector) => ({ ...vector, file })),
  )
  if (vectors.length === 0) throw new Error(`no vectors in ${folder}`)
  return vectors
}

export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
