// The first page of the animators' place: the acts of a day, by phases. None takes more than two presses, but for words
// that have to be written.
import type { Board, Priority } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { chooseView, view } from '../../preferences'
import { openCode } from '../../sync/code'
import type { Session } from '../../sync/session'
import { giveCode } from '../access/Door'
import { w as a } from '../access/words'
import { act } from '../cards/memory'
import { type ConductPage, conductPage, seenOf, wantedTool } from '../parts/conduct'
import { TextField } from '../parts/Field'
import { bounds } from '../parts/geometry'
import { useUnsent } from '../parts/unsent'
import { w as p } from '../priorities/words'
import { WaitingCards } from './Inbox'
import { Instruction } from './instruction'
import { Phase, Press, Switch } from './Phase'
import { waitingOn } from './place'
import { bringTo, release } from './show'
import { s } from './signwords'
import { votedIn, writtenOn } from './sums'
import { votedText, votersText, writtenText } from './sumtexts'
import { TimerPart } from './TimerPart'
import { inOrder } from './turns'
import { w } from './words'

interface Props {
  session: Session
  board: Board | undefined
  onFiles(): void
  onClose(): void
}

export interface BoardProps {
  session: Session
  board: Board
}

const open = (page: ConductPage) => () => {
  conductPage.value = page
}

export function Home({ session, board, onFiles, onClose }: Props) {
  const conducts = board && session.can.animate()
  return (
    <>
      <Welcome session={session} />
      {conducts && (
        <>
          <Writing session={session} board={board} />
          <Sorting session={session} board={board} />
          <Choosing session={session} board={board} />
          <Showing session={session} board={board} />
        </>
      )}
      <Phase title={a('workshop')}>
        <div class="acts">
          <Press icon="settings-2" label={w('workshopPage')} onPress={open('workshop')} />
          {conducts && <Press icon="lock" label={w('locks')} onPress={open('locks')} />}
          <Press
            icon="folder"
            label={t('shell.files')}
            onPress={() => {
              onClose()
              onFiles()
            }}
          />
        </div>
      </Phase>
    </>
  )
}

function Welcome({ session }: { session: Session }) {
  /** The code is there to be shown: a door that is closed opens. */
  const show = () => {
    const said = session.record('short_code', session.id).peek()
    if (session.can.animate() && !openCode(said, session.serverNow())) void giveCode(session)
    conductPage.value = 'access'
  }
  return (
    <Phase title={w('phaseWelcome')}>
      <div class="acts">
        <Press icon="qr-code" label={w('showCode')} onPress={show} />
        <Press icon="link" label={w('links')} onPress={open('access')} />
      </div>
    </Phase>
  )
}

function Writing({ session, board }: BoardProps) {
  const written = writtenOn(session, board.id)
  const edit = (fields: Partial<Pick<Board, 'controlled' | 'locked'>>) =>
    act(session, board.id, { type: 'edit_board', board: board.id, ...fields })
  return (
    <Phase title={w('phaseWriting')}>
      {written && <p class="sums">{writtenText(written)}</p>}
      <div class="acts">
        {board.veiled ? (
          <Press
            icon="eye"
            label={w('reveal')}
            main
            onPress={() => act(session, board.id, { type: 'reveal_board', board: board.id })}
          />
        ) : (
          <Press
            icon="eye-off"
            label={w('veil')}
            onPress={() => act(session, board.id, { type: 'veil_board', board: board.id })}
          />
        )}
        <Press
          icon="pencil"
          label={w(board.instructions ? 'instructionChange' : 'instructionWrite')}
          onPress={() => new Instruction(session, board).open()}
        />
      </div>
      <TimerPart session={session} board={board} />
      <Switch
        label={w('controlled')}
        on={board.controlled}
        onTurn={() => edit({ controlled: !board.controlled })}
      />
      <Switch label={w('boardLocked')} on={board.locked} onTurn={() => edit({ locked: !board.locked })} />
    </Phase>
  )
}

/** So many of the waiting cards are at hand here; the rest has a page. */
const atHand = 3

function Sorting({ session, board }: BoardProps) {
  const waiting = waitingOn(session, board.id).filter(({ returned }) => !returned)
  const draw = (tool: 'zones' | 'gather') => () => {
    if (view.peek() !== 'list') chooseView('board')
    wantedTool.value = tool
  }
  return (
    <Phase title={w('phaseSorting')}>
      {waiting.length > 0 && (
        <>
          <p class="sums">{w('inboxCount', { n: waiting.length })}</p>
          <WaitingCards session={session} board={board} cards={waiting.slice(0, atHand)} />
        </>
      )}
      <div class="acts">
        {(board.controlled || waiting.length > 0) && (
          <Press icon="inbox" label={w('inbox')} count={waiting.length} onPress={open('inbox')} />
        )}
        <Press icon="square-dashed" label={w('zones')} onPress={draw('zones')} />
        <Press icon="group" label={w('gather')} onPress={draw('gather')} />
        <Press icon="merge" label={w('merge')} onPress={open('merge')} />
        <Press
          icon="archive-restore"
          label={w('bin')}
          count={session.bin.value.length}
          onPress={open('bin')}
        />
      </div>
    </Phase>
  )
}

function Choosing({ session, board }: BoardProps) {
  const all = [...session.where('priority', 'board', board.id).value].sort((x, y) => y.made_at - x.made_at)
  const [newest] = all
  const going = newest && !(newest.closed && newest.shown) ? newest : undefined
  return (
    <Phase title={w('phaseChoosing')}>
      {going ? <Going session={session} priority={going} /> : <Asking session={session} board={board} />}
      {all.length > 0 && (
        <div class="acts">
          <Press icon="star" label={p('title')} onPress={open('priorities')} />
        </div>
      )}
    </Phase>
  )
}

function Going({ session, priority }: { session: Session; priority: Priority }) {
  const voted = votedIn(session, priority)
  const edit = (fields: Partial<Pick<Priority, 'closed' | 'shown'>>) =>
    act(session, priority.board, { type: 'edit_priority', priority: priority.id, ...fields })
  return (
    <>
      <p>
        <strong>{priority.title}</strong>
      </p>
      {voted && <p class="sums">{votedText(voted)}</p>}
      {voted && voted.categories.length > 1 && <p class="hint">{votersText(session, voted)}</p>}
      <div class="acts">
        {!priority.shown && <Press icon="eye" label={p('show')} main onPress={() => edit({ shown: true })} />}
        <Press
          icon={priority.closed ? 'lock-open' : 'lock'}
          label={p(priority.closed ? 'reopen' : 'close')}
          onPress={() => edit({ closed: !priority.closed })}
        />
      </div>
    </>
  )
}

/** The question as most ask it; how many points, and for whom, is on the page of all votes. */
function Asking({ session, board }: BoardProps) {
  const place = `board ${board.id} vote`
  const form = useUnsent({ place, name: p('question') }, { title: p('questionDefault') })
  const words = form.field('title')
  const ask = (event: Event) => {
    event.preventDefault()
    const title = words.value.trim()
    if (!title) return
    form.done()
    act(session, board.id, {
      type: 'add_priority',
      priority: session.newId(),
      board: board.id,
      title,
      points: 5,
      by_delegation: false,
    })
  }
  return (
    <form class="inline-form" onSubmit={ask}>
      <TextField label={p('question')} words={words} max={120} required />
      <div class="acts">
        <button type="submit" class="button">
          {w('vote')}
        </button>
        <Press icon="settings-2" label={w('voteOptions')} onPress={open('priorities')} />
      </div>
    </form>
  )
}

function Showing({ session, board }: BoardProps) {
  const lead = session.record('lead', board.id).value
  const ordered = inOrder(session.where('card', 'board', board.id).value)
  const bring = (held: boolean) => () => {
    const seen = seenOf.value?.board === board.id ? seenOf.value.rect() : wholeOf(session, board)
    bringTo(session, board.id, seen, held)
  }
  return (
    <Phase title={w('phaseShowing')}>
      <div class="acts">
        <Press icon="focus" label={w('bring')} onPress={bring(false)} />
        <Press icon="hand" label={w('hold')} onPress={bring(true)} />
        {lead && <Press icon="eye" label={s('release')} main onPress={() => release(session, board.id)} />}
        <Press icon="spotlight" label={w('order')} count={ordered.length} onPress={open('order')} />
      </div>
    </Phase>
  )
}

/** Where it is not drawn, everybody is shown all of it. */
function wholeOf(session: Session, board: Board) {
  const lying = session.where('card', 'board', board.id).peek()
  const zones = session.where('zone', 'board', board.id).peek()
  return (
    bounds([...lying.filter(({ unplaced }) => !unplaced), ...zones]) ?? {
      x: 0,
      y: 0,
      width: 1000,
      height: 700,
    }
  )
}
