interface Chunk {
  text: string
  entry: string | undefined
  imports: string[]
  exports: string[]
}
interface Part {
  file: string
  text: string
  entries: string[]
  needs: string[]
}
export function join(
  chunks: Map<string, Chunk>,
  partOf: (entry: string) => string,
  common: (names: string[]) => string,
  options: object,
): Promise<Record<string, Part> & { [name in 'main' | 'left']: Part }>
