// Says to animators that somebody took many cards off at once, and brings them back in one action.

import { useSignal } from '@preact/signals'
import type { WorkshopSession } from '../../sync/workshop'
import { act } from '../cards/memory'
import { Icon } from '../parts/Icon'
import { Said } from '../parts/Said'
import { adoptStyle } from '../parts/style'
import { bringBack } from './bringback'
import { type Deletion, massDeletions, nobody } from './burst'
import style from './facilitation.css' with { type: 'text' }
import { nameOf } from './people'
import { w } from './words'

adoptStyle(style)

const keyOf = ({ person, until }: Deletion) => `${person} ${until}`

export default function Deletions({ session, board }: { session: WorkshopSession; board: number }) {
  const left = useSignal<ReadonlySet<string>>(new Set())
  const shown = massDeletions(session.bin.value, session.serverNow()).filter(
    (one) => one.person !== session.me.value.person && !left.value.has(keyOf(one)),
  )
  return (
    <div class="deletions">
      {shown.map((one) => (
        <div key={keyOf(one)} class="deletion">
          <Icon name="trash-2" />
          <Said arrives>{deletedMany(session, one)}</Said>
          <button
            type="button"
            class="button"
            onClick={() => act(session, board, bringBack(session.bin.value, one.since, one.person))}
          >
            <Icon name="archive-restore" />
            {w('deletedRestore')}
          </button>
          <button
            type="button"
            class="button quiet icon-only"
            onClick={() => {
              left.value = new Set(left.value).add(keyOf(one))
            }}
          >
            <Icon name="x" />
            <span class="unseen">{deletedLeave(session, one)}</span>
          </button>
        </div>
      ))}
    </div>
  )
}

function deletedMany(session: WorkshopSession, { person, count: n }: Deletion): string {
  if (person === nobody) return w('deletedUnsigned', { n })
  return w('deletedMany', { name: nameOf(session, person), n })
}

function deletedLeave(session: WorkshopSession, { person }: Deletion): string {
  return person === nobody ? w('deletedLeaveUnsigned') : w('deletedLeave', { name: nameOf(session, person) })
}
