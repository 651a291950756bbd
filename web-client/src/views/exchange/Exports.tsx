import { useSignal } from '@preact/signals'
import type { Board } from '../../../../protocol/generated/protocol'
import { later } from '../../ahead'
import { t } from '../../i18n/i18n'
import { wordsHere } from '../../i18n/section'
import type { Session } from '../../sync/session'
import { memoryOf } from '../cards/memory'
import { Choice } from '../parts/Choice'
import { boardFile, emptied, isOpen, writeBoardFile } from './boardfile'
import { cardMap } from './geojson'
import { cardsOn, factsFrom, recordsOf } from './here'
import { drawBoard } from './look'
import { pngOf } from './picture'
import { fileName, save } from './save'
import { svgOf } from './svg'
import { type Column, cardTable, written } from './table'
import { w } from './words'

const reporting = later(() => import('./reporting'))

interface Props {
  session: Session
  board: Board
}

export function Exports({ session, board }: Props) {
  return (
    <section aria-labelledby="exchange-out">
      <h3 id="exchange-out">{w('export')}</h3>
      <p class="hint">{w('exportOf', { title: board.title })}</p>
      <dl class="exchange-out">
        <Way
          label={w('exportReport')}
          help={w('exportReportHelp')}
          run={() => void saveReport(session, board, 'html')}
        />
        <Way
          label={w('exportReportText')}
          help={w('exportReportTextHelp')}
          run={() => void saveReport(session, board, 'odt')}
        />
        <Way label={w('exportCsv')} help={w('exportCsvHelp')} run={() => saveTable(session, board)} />
        <Way label={w('exportGeojson')} help={w('exportGeojsonHelp')} run={() => saveMap(session, board)} />
        <Way label={w('exportBoard')} help={w('exportBoardHelp')} run={() => saveBoard(session, board)} />
        <Way
          label={w('exportTemplate')}
          help={w('exportTemplateHelp')}
          run={() => saveTemplate(session, board)}
        />
      </dl>
      <Pictures session={session} board={board} />
    </section>
  )
}

function Way({ label, help, run }: { label: string; help: string; run(): void }) {
  return (
    <div>
      <dt>
        <button type="button" class="button" onClick={run}>
          {label}
        </button>
      </dt>
      <dd class="hint">{help}</dd>
    </div>
  )
}

function Pictures({ session, board }: Props) {
  const { seen } = memoryOf(session, board.id)
  const what = useSignal<'whole' | 'seen'>('whole')
  const drawing = () => drawBoard(session, board, { seen: what.value === 'seen' ? seen?.() : undefined })
  const saveSvg = async () => {
    const name = fileName(board.title, 'svg')
    save(name, svgOf(await drawing(), board.title), 'image/svg+xml')
    session.notify(w('saved', { name }))
  }
  const savePng = async () => {
    const name = fileName(board.title, 'png')
    const picture = await pngOf(await drawing())
    if (picture) save(name, picture, 'image/png')
    session.notify(picture ? w('saved', { name }) : w('noPicture'))
  }
  return (
    <fieldset class="exchange-picture">
      <legend>{w('exportPicture')}</legend>
      {seen && (
        <Choice
          label={w('what')}
          value={what.value}
          options={[
            { value: 'whole', label: w('whole') },
            { value: 'seen', label: w('seen') },
          ]}
          onChoose={(value) => {
            what.value = value
          }}
        />
      )}
      <div class="actions">
        <button type="button" class="button" onClick={() => void saveSvg()}>
          {w('svg')}
        </button>
        <button type="button" class="button" onClick={() => void savePng()}>
          {w('png')}
        </button>
      </div>
    </fieldset>
  )
}

async function saveReport(session: Session, board: Board, extension: 'html' | 'odt'): Promise<void> {
  const module = await reporting.fetch()
  if (!module) return void session.notify(t('app.loadFailed'))
  await wordsHere()
  const name = fileName(`compte rendu ${board.title}`, extension)
  const make = extension === 'html' ? module.reportAsPage : module.reportAsText
  const { file, type, left } = await make(session, board)
  save(name, file, type)
  session.notify(w('savedBoard', { name, left }))
}

function saveTable(session: Session, board: Board): void {
  const name = fileName(board.title, 'csv')
  const columns = Object.fromEntries(written.map((one) => [one, w(`use_${one}`)])) as Record<Column, string>
  const text = cardTable(cardsOn(session, board.id), factsFrom(session, board.id), { columns, yes: w('yes') })
  save(name, text, 'text/csv;charset=utf-8')
  session.notify(w('saved', { name }))
}

function saveMap(session: Session, board: Board): void {
  const name = fileName(board.title, 'geojson')
  const { text, placed, left } = cardMap(cardsOn(session, board.id), factsFrom(session, board.id))
  if (placed) save(name, text, 'application/geo+json')
  session.notify(placed ? w('savedMap', { name, placed, left }) : w('noPlaced'))
}

function saveBoard(session: Session, board: Board): void {
  const name = fileName(board.title, 'archipel.json')
  const records = recordsOf(session, board)
  save(name, writeBoardFile(boardFile(records)), 'application/json')
  session.notify(w('savedBoard', { name, left: records.cards.filter((card) => !isOpen(card)).length }))
}

function saveTemplate(session: Session, board: Board): void {
  const name = fileName(`modele ${board.title}`, 'archipel.json')
  save(name, writeBoardFile(emptied(boardFile(recordsOf(session, board)))), 'application/json')
  session.notify(w('saved', { name }))
}
