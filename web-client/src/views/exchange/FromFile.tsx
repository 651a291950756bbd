// A board from a file of our own: what it holds and what would be lost is said before anything is made.
import { batch, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Session } from '../../sync/session'
import { memoryOf } from '../cards/memory'
import { Dialog } from '../parts/Dialog'
import { Said } from '../parts/Said'
import { type BoardFile, type Problem, readBoardFile } from './boardfile'
import { FileField } from './FileField'
import { heldBy, knownOf, newBoardId } from './here'
import { sendingTime } from './most'
import { overflow, restoredBoard } from './restoring'
import { w } from './words'

interface Props {
  session: Session
  onDone(board: number): void
  onClose(): void
}

export default function FromFile({ session, onDone, onClose }: Props) {
  const file = useSignal<BoardFile | undefined>(undefined)
  const left = useSignal<readonly string[]>([])
  const problem = useSignal('')
  const take = (bytes: Uint8Array) => {
    const read = readBoardFile(new TextDecoder().decode(bytes))
    file.value = 'file' in read ? read.file : undefined
    left.value = 'file' in read ? read.left : []
    problem.value = 'problem' in read ? said(read.problem) : ''
  }
  return (
    <Dialog title={w('fromFileTitle')} onClose={onClose}>
      <p class="hint">{w('fromFileHelp')}</p>
      <FileField accept=".json,application/json" onBytes={take} />
      <div role="alert">{problem.value && <p class="error">{problem.value}</p>}</div>
      {left.value.length > 0 && (
        <p class="banner">{w('linksLeft', { n: left.value.length, where: left.value.join(', ') })}</p>
      )}
      {file.value && <Offer session={session} file={file.value} onDone={onDone} />}
    </Dialog>
  )
}

function said(problem: Problem): string {
  switch (problem.why) {
    case 'notJson':
      return w('bad_notJson')
    case 'notOurs':
      return w('bad_notOurs')
    case 'newer':
      return w('bad_newer', problem)
    case 'broken':
      return w('bad_broken', problem)
    case 'many':
      return w('bad_many', problem)
  }
}

interface OfferProps {
  session: Session
  file: BoardFile
  onDone(board: number): void
}

function Offer({ session, file, onDone }: OfferProps) {
  const known = knownOf(session)
  const linkTypes = session.all('link_type').value
  const restored = useMemo(
    () =>
      restoredBoard(file, { ...known, board: newBoardId(session), linkTypes, newId: () => session.newId() }),
    [file, known.types, known.objectives, known.territories, linkTypes],
  )
  const full = overflow(restored, heldBy(session))
  const seconds = sendingTime(restored.commands.length)
  const create = () => {
    batch(() => memoryOf(session, restored.board).history.begin(restored.commands))
    session.notify(w('created', { title: file.board.title }))
    onDone(restored.board)
  }
  const { cards, zones, links } = file
  const numbers = { cards: cards.length, zones: zones.length, links: links.length, priorities: 0 }
  return (
    <Said arrives>
      <p>
        <strong>{file.board.title}</strong>
        <br />
        {w('fileHas', numbers)}
      </p>
      {full ? (
        <p class="error">{w('noRoom', { kind: w(`kind_${full.kind}`), room: full.room })}</p>
      ) : (
        <>
          {seconds > 0 && <p>{w('slow', { seconds })}</p>}
          <button type="button" class="button primary" onClick={create}>
            {w('create')}
          </button>
        </>
      )}
    </Said>
  )
}
