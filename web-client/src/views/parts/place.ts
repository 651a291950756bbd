// A place: where people can be, what they are led to, what the wall shows. What the page does with each kind of place
// stands in places/kinds.ts.

export const placeKinds = ['board'] as const
export type PlaceKind = (typeof placeKinds)[number]

export interface Place {
  readonly kind: PlaceKind
  readonly id: number
}

export function isSamePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.kind === b?.kind && a?.id === b?.id
}

/** As text, for what a browser keeps: "board 12". */
export function writePlace({ kind, id }: Place): string {
  return `${kind} ${id}`
}

export function readPlace(text: string | null): Place | undefined {
  const [name, id] = text?.split(' ') ?? []
  const kind = placeKinds.find((one) => one === name)
  return kind && Number(id) ? { kind, id: Number(id) } : undefined
}
