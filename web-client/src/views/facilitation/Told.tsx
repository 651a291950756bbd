// The instruction while it is open: a sheet over a drawn board, the first thing in a list. It folds by its button, and
// by itself once one works on a drawn board, which it covers in part.
import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Board } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import type { WorkshopSession } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { adoptStyle } from '../parts/style'
import { tongueOf } from '../parts/tongue'
import style from './conducting.css' with { type: 'text' }
import { Instruction } from './instruction'
import { s } from './signwords'

adoptStyle(style)

const InstructionForm = lazy(() => import('./InstructionForm'), { whose: 'animators' })

interface Props {
  session: WorkshopSession
  board: Board
}

export default function Told(props: Props) {
  return props.session.can.animate() ? <Written {...props} /> : <Read {...props} />
}

/** For who conducts, whose words it is, it opens to be written; whatever others do meanwhile. */
function Written({ session, board }: Props) {
  const instruction = new Instruction(session, board)
  const writing = useSignal(false)
  const { isAsked } = instruction
  useEffect(() => {
    if (isAsked) writing.value = true
  }, [isAsked])
  if (!writing.value) return null
  return (
    <section id="instruction" class="instruction" data-whole="true" aria-label={t('shell.instructions')}>
      <InstructionForm
        session={session}
        board={board}
        onDone={() => {
          writing.value = false
          instruction.fold()
        }}
      />
    </section>
  )
}

function Read({ session, board }: Props) {
  const instruction = new Instruction(session, board)
  const { isOpen } = instruction
  const words = useRef<HTMLParagraphElement>(null)
  const isCut = useSignal(false)
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = words.current ?? {}
    isCut.value = scrollHeight > clientHeight
  })
  useEffect(() => (isOpen ? foldAtWork(() => instruction.fold()) : undefined), [isOpen, board.instructions])
  if (!isOpen) return null
  return (
    <section
      id="instruction"
      class="instruction"
      data-whole={instruction.isAsked}
      aria-label={t('shell.instructions')}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long one scrolls, by keyboard too */}
      <p ref={words} class="instruction-text" lang={tongueOf(session)} tabIndex={0}>
        {board.instructions}
      </p>
      <div class="instruction-end">
        {!instruction.isAsked && isCut.value && (
          <button type="button" class="card-button instruction-whole" onClick={() => instruction.open()}>
            {s('instructionWhole')}
          </button>
        )}
        <button type="button" class="card-button" onClick={() => instruction.fold()}>
          <Icon name="check" />
          {s('instructionRead')}
        </button>
      </div>
    </section>
  )
}

/** Whoever works on the drawn board under it has read it. */
function foldAtWork(fold: () => void): () => void {
  const stage = document.querySelector('main[data-view="board"] .stage')
  const types = ['pointerdown', 'keydown', 'wheel']
  for (const type of types) stage?.addEventListener(type, fold, { passive: true })
  return () => {
    for (const type of types) stage?.removeEventListener(type, fold)
  }
}
