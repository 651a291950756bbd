// What the page must know of a kind of place: which there are, how they are looked at, what stands over them.
import type { ComponentType } from 'preact'
import type { View } from '../../preferences'
import type { Session } from '../../sync/session'
import type { IconName } from '../parts/icons'
import type { LazyView } from '../parts/lazy'

export interface StageProps {
  session: Session
  /** Of the place that is shown. */
  id: number
}

/** One way to look at a place. */
export interface Look {
  readonly name: View
  readonly icon: IconName
  label(): string
  readonly Stage: LazyView<StageProps>
}

/** A place that is there. */
export interface Standing {
  readonly id: number
  readonly title: string
  readonly locked: boolean
}

export interface Kind {
  /** Those there are, in the order in which they stand side by side. */
  all(session: Session): readonly Standing[]
  /** The first is the wall's, and that of who has not chosen or chose what this kind has not. */
  readonly looks: readonly [Look, ...Look[]]
  /** The slim bar over the stage: what everybody is told of how the place is conducted, and the tools of who
   * conducts. */
  readonly Conducting: ComponentType<StageProps>
  /** What is read first, and folds: over a drawn stage, at the head of one that scrolls. */
  readonly Told: ComponentType<StageProps>
  /** The button that adds something, always in reach on a phone. */
  readonly Add: ComponentType<StageProps>
  /** Over the stage on the wall, which has no tools. */
  readonly OverWall: ComponentType<StageProps>
}
