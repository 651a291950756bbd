// Files to the person's disk, and from it.
import { mostBytes } from './most'

export function save(name: string, content: string | Blob, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A name that every file system takes: "Les dix chantiers" and "csv" are les-dix-chantiers.csv. */
export function fileName(title: string, extension: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${plain.slice(0, 60) || 'planche'}.${extension}`
}

/** Its bytes; a word for why there are none. */
export async function bytesOf(file: File): Promise<Uint8Array | 'tooBig' | 'unreadable'> {
  if (file.size > mostBytes) return 'tooBig'
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return 'unreadable'
  }
}
