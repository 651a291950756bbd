// What the person who imports a file chose over what was guessed.
import type { Signal } from '@preact/signals'
import type { Subject, Use } from './columns'
import type { Delimiter } from './csv'

export interface Choices {
  readonly delimiter: Signal<Delimiter>
  readonly uses: Signal<readonly Use[] | undefined>
  readonly subject: Signal<Subject | undefined>
  readonly type: Signal<number | undefined>
  readonly zone: Signal<number>
}
