// A table becomes cards: what each column is for, the first lines as they will be, each wrong line with its
// reason; then the good part, in one action.

import { batch, type Signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Board, Zone } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { Session } from '../../sync/session'
import { memoryOf } from '../cards/memory'
import { inReadingOrder } from '../cards/zones'
import { mapSize } from '../map/projection'
import { Dialog } from '../parts/Dialog'
import { TextField } from '../parts/Field'
import { useUnsent } from '../parts/unsent'
import type { Choices } from './choices'
import { guessIcon, guessSubject, guessUses, type Subject, type Use, usesFor } from './columns'
import { decodeText, guessDelimiter, readTable } from './csv'
import { FileField } from './FileField'
import { heldBy, knownOf } from './here'
import { Columns, Options } from './ImportOptions'
import { laid } from './laying'
import { most } from './most'
import { Preview } from './Preview'
import { type Reading, readRows } from './reading'
import { w } from './words'

/** As much as a file may have. */
const mostPasted = 10_000_000

interface Props {
  session: Session
  board: Board
  onClose(): void
}

export function Import(props: Props) {
  const text = useSignal('')
  const problem = useSignal('')
  const take = (bytes: Uint8Array) => {
    const read = decodeText(bytes)
    problem.value = read === undefined ? w('notText') : read.trim() ? '' : w('noLines')
    text.value = problem.value ? '' : (read ?? '')
  }
  return (
    <Dialog title={w('importTitle')} onClose={props.onClose}>
      <div class="exchange-import">
        {text.value ? (
          <Table {...props} text={text} />
        ) : (
          <>
            <p class="hint">{w('importHelp', { title: props.board.title })}</p>
            <FileField accept=".csv,.tsv,.txt,text/csv,text/plain" onBytes={take} />
            <div role="alert">{problem.value && <p class="error">{problem.value}</p>}</div>
            <Paste onPaste={(pasted) => take(new TextEncoder().encode(pasted))} />
          </>
        )}
      </div>
    </Dialog>
  )
}

function Paste({ onPaste }: { onPaste(text: string): void }) {
  const form = useUnsent({ place: 'import', name: w('paste') }, { text: '' })
  const text = form.field('text')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.value.trim()) onPaste(text.value)
      }}
    >
      <TextField label={w('paste')} words={text} max={mostPasted} rows={6} />
      <button type="submit" class="button" aria-disabled={!text.value.trim()}>
        {w('preview')}
      </button>
    </form>
  )
}

function Table({ session, board, text, onClose }: Props & { text: Signal<string> }) {
  const chosen: Choices = {
    delimiter: useSignal(guessDelimiter(text.value)),
    uses: useSignal<readonly Use[] | undefined>(undefined),
    subject: useSignal<Subject | undefined>(undefined),
    type: useSignal<number | undefined>(undefined),
    zone: useSignal(0),
  }
  const table = useMemo(
    () => readTable(text.value, chosen.delimiter.value),
    [text.value, chosen.delimiter.value],
  )
  const headers = table.rows[0]?.cells ?? []
  const known = knownOf(session)
  const held = heldBy(session)
  const guessed = guessUses(headers)
  const subject = chosen.subject.value ?? guessSubject(guessed)
  const way = {
    headers,
    uses: chosen.uses.value ?? usesFor(subject, guessed),
    subject,
    type: chosen.type.value ?? known.types.find(({ icon }) => icon === guessIcon(headers))?.id ?? 0,
    room: { cards: most.card - held.card, territories: most.territory - held.territory },
  }
  const reading = useMemo(
    () => readRows(table.rows.slice(1), way, known),
    [table, way.uses.join(), way.subject, way.type, known.types, known.territories, known.objectives],
  )
  const lying = session.where('zone', 'board', board.id).value
  const zones = inReadingOrder(lying.filter((zone) => !zone.locked || session.can.animate()))
  const add = () => {
    perform(
      session,
      board,
      reading,
      zones.find(({ id }) => id === chosen.zone.value),
    )
    onClose()
  }
  return (
    <>
      <Options chosen={chosen} way={way} types={known.types} zones={zones} />
      <Columns chosen={chosen} way={way} rows={table.rows} />
      {table.rows.length > 1 ? (
        <Preview session={session} reading={reading} way={way} unread={table.left} onImport={add} />
      ) : (
        <p class="error">{w('noLines')}</p>
      )}
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          text.value = ''
        }}
      >
        {w('another')}
      </button>
    </>
  )
}

/** All of it is one action, taken back at once. */
function perform(
  session: Session,
  { id: board, scene }: Board,
  reading: Reading,
  zone: Zone | undefined,
): void {
  const ground = scene === 'france' ? [{ x: 0, y: 0, ...mapSize }] : []
  const lying = session.where('zone', 'board', board).peek()
  const mayGrow = session.can.animate()
  const zones = lying.filter(({ locked }) => !locked || mayGrow)
  const cards = session
    .where('card', 'board', board)
    .peek()
    .filter(({ unplaced }) => !unplaced)
  const taken = [...lying, ...ground]
  const commands = laid(reading, { board, zone, zones, mayGrow, cards, taken, newId: () => session.newId() })
  const { history } = memoryOf(session, board)
  const step = batch(() => history.perform(commands, 'import'))
  const { territories } = reading
  if (reading.cards.length === 0) session.notify(w('doneTerritories', { n: territories.length }))
  else {
    const run = () => {
      if (batch(() => history.undo(step)) === 'partly') session.notify(b('board.undonePartly'))
    }
    session.notify(w('doneCards', { n: reading.cards.length }), { label: w('undo'), run })
  }
}
