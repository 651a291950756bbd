// What animators do, in one place and with one name: its first page has what a day asks for most, by phases of the
// work; what is longer has a page of its own.
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Session } from '../../sync/session'
import { Access } from '../access/Access'
import { w as a } from '../access/words'
import { type ConductPage, conductPage } from '../parts/conduct'
import type { PanelProps } from '../parts/panel'
import type { Place } from '../parts/place'
import { adoptStyle } from '../parts/style'
import Priorities from '../priorities/Priorities'
import { w as p } from '../priorities/words'
import { Beside } from './Beside'
import Bin from './Bin'
import style from './facilitation.css' with { type: 'text' }
import { Home } from './Home'
import Inbox from './Inbox'
import Locks from './Locks'
import { MergeForm } from './Merge'
import Order from './Order'
import { Workshop } from './Workshop'
import { w } from './words'

adoptStyle(style)

/** Those about the board that is shown. */
const ofBoard: Partial<Record<ConductPage, ComponentType<PanelProps>>> = {
  inbox: Inbox,
  priorities: Priorities,
  order: Order,
  merge: MergeForm,
  locks: Locks,
  bin: Bin,
}

function titleOf(page: ConductPage): string {
  switch (page) {
    case 'home':
      return a('title')
    case 'access':
      return a('access')
    case 'workshop':
      return a('workshop')
    case 'priorities':
      return p('title')
    case 'inbox':
    case 'order':
    case 'merge':
    case 'locks':
    case 'bin':
      return w(page)
  }
}

interface Props {
  session: Session
  place: Place | undefined
  onFiles(): void
  onClose(): void
}

export default function Animate({ session, place, onFiles, onClose }: Props) {
  const page = conductPage.value ?? 'home'
  const board = place && session.record('board', place.id).value
  const Page = ofBoard[page]
  const home = () => {
    conductPage.value = 'home'
  }
  useEffect(() => {
    if (Page && !board) home()
  }, [Page, board])
  return (
    <Beside
      title={titleOf(page)}
      back={page === 'home' ? undefined : { label: a('title'), go: home }}
      onClose={onClose}
    >
      {page === 'home' && <Home session={session} board={board} onFiles={onFiles} onClose={onClose} />}
      {page === 'access' && <Access session={session} />}
      {page === 'workshop' && <Workshop session={session} />}
      {Page && board && <Page key={board.id} session={session} board={board} onClose={home} />}
    </Beside>
  )
}
