export function partOf(entry: string): string
export function common(parts: string[]): string
