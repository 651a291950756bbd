// When a sum is told: soon after the first thing that happened, with what came along; then at most once in a while.
import type { Clock } from '../../sync/connection'

/** What happens together is told together, ms. */
export const together = 2_000

export class Summing {
  private last = Number.NEGATIVE_INFINITY
  private stopTimer: (() => void) | undefined

  /** `every`: how many ms there are at least between two; 0 for never. */
  constructor(
    private readonly clock: Pick<Clock, 'now' | 'after'>,
    private readonly every: () => number,
    private readonly tell: () => void,
  ) {}

  /** Something happened. */
  touch(): void {
    if (this.stopTimer || !this.every()) return
    const wait = Math.max(together, this.last + this.every() - this.clock.now())
    this.stopTimer = this.clock.after(wait, () => {
      this.stopTimer = undefined
      this.last = this.clock.now()
      this.tell()
    })
  }

  stop(): void {
    this.stopTimer?.()
    this.stopTimer = undefined
  }
}
