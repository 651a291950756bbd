// The way to give one's points, always in sight with what is left of them.

import { useSignal } from '@preact/signals'
import type { WorkshopSession } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { currentPriority, leftOf } from './current'
import { g } from './givingwords'

const GivingDrawer = lazy(() => import('./GivingDrawer'))

export function Giving({ session, board }: { session: WorkshopSession; board: number }) {
  const open = useSignal(false)
  const current = currentPriority(session, board)
  if (!current || session.me.value.person === 0) return null
  const left = leftOf(session, current)
  return (
    <>
      <button
        type="button"
        class="sign sign-button"
        onClick={() => {
          open.value = true
        }}
      >
        <Icon name="star" />
        <span class="sign-words">{current.closed ? g('result') : g('give')}</span>
        {!current.closed && <Left n={left} of={current.points} />}
      </button>
      {open.value && (
        <GivingDrawer
          session={session}
          priority={current}
          onClose={() => {
            open.value = false
          }}
        />
      )}
    </>
  )
}

/** In a narrow bar as two figures. */
function Left(points: { n: number; of: number }) {
  return (
    <>
      <span class="sign-long">{g('left', points)}</span>
      <span class="sign-short" aria-hidden="true">
        {points.n}/{points.of}
      </span>
    </>
  )
}
