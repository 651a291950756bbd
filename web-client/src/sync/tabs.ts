// Which other tabs of this browser are alive: what they wait for is theirs to send. A tab that does not answer
// within a moment is taken for closed; should it only have slept, sending twice is safe all the same.
import type { Clock } from './connection'

export interface Channel {
  onmessage: ((event: { data: unknown }) => void) | null
  postMessage(message: unknown): void
  close(): void
}

const patience = 250

type Said = { ask: true } | { here: number }

export class Tabs {
  private readonly heard = new Set<number>()

  constructor(
    private readonly channel: Channel | undefined,
    private readonly clock: Clock,
    /** What this tab is known by. */
    private readonly ids: () => readonly number[],
  ) {
    if (channel) channel.onmessage = ({ data }) => this.hear(data as Said)
  }

  private hear(said: Said): void {
    if ('here' in said) this.heard.add(said.here)
    else for (const here of this.ids()) this.channel?.postMessage({ here } satisfies Said)
  }

  /** What the tabs that are open are known by, without this one. */
  living(): Promise<ReadonlySet<number>> {
    this.heard.clear()
    this.channel?.postMessage({ ask: true } satisfies Said)
    return new Promise((resolve) => this.clock.after(this.channel ? patience : 0, () => resolve(this.heard)))
  }

  close(): void {
    this.channel?.close()
  }
}
