// What an import will do and what it will leave, before it does.
import type { Session } from '../../sync/session'
import { tagList } from '../cards/traits'
import { shortened } from '../parts/letters'
import { Said } from '../parts/Said'
import { limitOf } from '../parts/text'
import { mostLines, writeTable } from './csv'
import { mostAtOnce, sendingTime } from './most'
import type { NewCard, Reading, Way, Wrong } from './reading'
import { fileName, save } from './save'
import { w } from './words'

const shownCards = 5
const shownWrong = 20

interface Props {
  session: Session
  reading: Reading
  way: Way
  /** Rows after the last one that was read. */
  unread: number
  onImport(): void
}

export function Preview({ session, reading, way, unread, onImport }: Props) {
  const { cards, territories, wrong, over, known } = reading
  const good = way.subject === 'cards' ? cards.length : territories.length
  const sent = cards.length + territories.length
  const named = way.uses.some(
    (use) => use === 'title' || (use === 'territory' && way.subject === 'territories'),
  )
  return (
    <section aria-labelledby="exchange-preview">
      <h3 id="exchange-preview">{w('preview')}</h3>
      {!named && <p class="error">{w('noTitleColumn')}</p>}
      {cards.length > 0 && <Cards session={session} reading={reading} />}
      {way.subject === 'territories' && (
        <ol class="exchange-names">
          {territories.slice(0, shownCards).map(({ name, kind, code }) => (
            <li key={name}>{[name, kind, code].filter(Boolean).join(', ')}</li>
          ))}
        </ol>
      )}
      <Said arrives>
        <p>{w('good', { n: good + known })}</p>
        {territories.length > 0 && <p>{w('newTerritories', { n: territories.length })}</p>}
        {known > 0 && <p>{w('knownTerritories', { n: known })}</p>}
        {over.length > 0 && <p class="banner">{w('over', { n: over.length, most: mostAtOnce })}</p>}
        {unread > 0 && <p class="banner">{w('unread', { n: unread, most: mostLines })}</p>}
        {sendingTime(sent) > 0 && <p>{w('slow', { seconds: sendingTime(sent) })}</p>}
      </Said>
      {over.length > 0 && (
        <button type="button" class="button" onClick={() => saveOver(reading, way)}>
          {w('saveOver')}
        </button>
      )}
      {wrong.length > 0 && <WrongLines wrong={wrong} way={way} />}
      {good > 0 && (
        <button type="button" class="button primary" onClick={onImport}>
          {wrong.length + over.length > 0
            ? w('doGood', { n: good, left: wrong.length + over.length })
            : w('doAll', { n: good })}
        </button>
      )}
    </section>
  )
}

function Cards({ session, reading }: { session: Session; reading: Reading }) {
  const rows = reading.cards.slice(0, shownCards)
  const columns = ['title', 'text', 'type', 'objectives', 'territory', 'tags'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls, by keyboard too
    <section class="exchange-table" tabIndex={0} aria-labelledby="exchange-preview">
      <table>
        <thead>
          <tr>
            <th scope="col">{w('previewLine')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {w(`use_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((card) => (
            <CardRow key={card.line} session={session} card={card} reading={reading} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CardRow({ session, card, reading }: { session: Session; card: NewCard; reading: Reading }) {
  const objectives = card.objectives.map((id) => session.record('objective', id).value)
  return (
    <tr>
      <td>{card.line}</td>
      <th scope="row">{card.title}</th>
      <td class="exchange-text">{card.text}</td>
      <td>{session.record('card_type', card.card_type).value?.label}</td>
      <td>{objectives.map((one) => one?.brief || one?.title).join(', ')}</td>
      <td>{territoryName(session, card, reading)}</td>
      <td>{tagList(card.tags).join(', ')}</td>
    </tr>
  )
}

function territoryName(session: Session, { territory }: NewCard, reading: Reading): string {
  if (!territory) return ''
  if ('known' in territory) return session.record('territory', territory.known).value?.name ?? ''
  return reading.territories[territory.added]?.name ?? ''
}

/** What is left for another import, as a table of the same columns. */
function saveOver({ over }: Reading, way: Way): void {
  save(fileName(w('rest'), 'csv'), writeTable([way.headers, ...over.map(({ cells }) => cells)]), 'text/csv')
}

function WrongLines({ wrong, way }: { wrong: readonly Wrong[]; way: Way }) {
  const download = () => {
    const head = [w('previewLine'), w('reason'), ...way.headers]
    const rows = wrong.map((one) => [String(one.line), reasonOf(one), ...one.cells])
    save(fileName(w('wrong', { n: wrong.length }), 'csv'), writeTable([head, ...rows]), 'text/csv')
  }
  return (
    <section class="exchange-wrong" aria-labelledby="exchange-wrong">
      <h4 id="exchange-wrong">{w('wrong', { n: wrong.length })}</h4>
      <ul>
        {wrong.slice(0, shownWrong).map((one) => (
          <li key={one.line}>{w('wrongLine', { line: one.line, why: reasonOf(one) })}</li>
        ))}
        {wrong.length > shownWrong && <li>{w('otherWrong', { n: wrong.length - shownWrong })}</li>}
      </ul>
      <button type="button" class="button" onClick={download}>
        {w('saveWrong')}
      </button>
    </section>
  )
}

function reasonOf({ why, value: whole }: Wrong): string {
  const value = shortened(whole, 60)
  switch (why) {
    case 'noTitle':
      return w('why_noTitle')
    case 'territoryLong':
      return w('why_territoryLong')
    case 'titleLong':
      return w('why_titleLong', { max: limitOf('add_card', 'title') })
    case 'textLong':
      return w('why_textLong', { max: limitOf('add_card', 'text') })
    case 'tagsLong':
      return w('why_tagsLong', { max: limitOf('add_card', 'tags') })
    case 'cells':
    case 'control':
    case 'type':
    case 'objective':
    case 'territory':
    case 'territoriesFull':
    case 'coordinates':
    case 'position':
      return w(`why_${why}`, { value })
  }
}
