// What can be done to what is chosen: cards, or one link. Everything a pointer can do by dragging is here too.

import type { Card } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import { audienceName, audiences, shared } from '../cards/choices'
import { Swatches } from '../cards/Swatches'
import { LinkLine } from '../links/LinkLine'
import { Act } from '../parts/Act'
import { lazy } from '../parts/lazy'
import { Menu, MenuChoice } from '../parts/Menu'
import { adoptStyle } from '../parts/style'
import ArrangeMenu from './ArrangeMenu'
import style from './bar.css' with { type: 'text' }
import { LinkAct, MergeAct, MoreMenu, type Part, ZoneMenu } from './ChosenTools'
import { covered, type Meeting } from './covering'
import MeetingTools from './MeetingTools'
import { offers } from './meeting'
import type { BoardView } from './view'
import ZoneBar from './ZoneBar'

adoptStyle(style)

const ShowActs = lazy(() => import('../facilitation/ShowActs'), { quiet: true, whose: 'animators' })
const CardPoints = lazy(() => import('../priorities/CardPoints'), { quiet: true })

export default function CardBar({ view }: { view: BoardView }) {
  const link = view.selection.chosenLink.value
  if (link) return <LinkBar view={view} link={link} />
  const cards = [...view.selection.cards.value].flatMap((id) => view.session.record('card', id).value ?? [])
  if (cards.length === 0) return view.zone.value ? <ZoneBar view={view} zone={view.zone.value} /> : null
  const meeting = meetingOf(view, cards)
  return (
    <fieldset
      class="board-bar"
      data-bar
      aria-label={b('board.cardTools')}
      onKeyDown={(event) => leaveBar(view, event)}
    >
      {cards.length > 1 && <strong>{b('board.chosen', { n: cards.length })}</strong>}
      {meeting ? (
        <MeetingTools view={view} meeting={meeting} />
      ) : cards.every((card) => view.actions.mayChange(card)) ? (
        <Changes view={view} cards={cards} />
      ) : (
        <Read view={view} cards={cards} />
      )}
      {cards.length === 1 && cards[0] && <CardPoints session={view.session} card={cards[0]} />}
    </fieldset>
  )
}

function LinkBar({ view, link: id }: { view: BoardView; link: number }) {
  const link = view.session.record('link', id).value
  const from = link && view.session.record('card', link.from).value
  if (!link || !from) return null
  return (
    <fieldset
      class="board-bar"
      data-bar
      aria-label={b('board.linkTools')}
      onKeyDown={(event) => leaveBar(view, event)}
    >
      <ul class="card-links">
        <LinkLine actions={view.actions} link={link} card={from} />
      </ul>
    </fieldset>
  )
}

/** The question that is open, as long as the card that asks it is what is chosen, and lies there. */
function meetingOf(view: BoardView, [card, second]: readonly Card[]): (Meeting & { on: number }) | undefined {
  const meeting = view.meeting.value
  const item = card && !second && view.model.items.get(card.id)
  const isThere = card?.id === meeting?.card && card?.x === meeting?.at.x && card?.y === meeting?.at.y
  const on = meeting && item && isThere ? covered(item, view.model.cards) : undefined
  const { merge, link } = card && on ? offers(view.actions, card, on.card) : {}
  return meeting && on && (merge || link) ? { ...meeting, on: on.id } : undefined
}

/** Escape brings the keyboard back from the bar to the card. */
function leaveBar(view: BoardView, event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented) view.focus(view.selection.stop)
}

function Read({ view, cards: [only, second] }: Part) {
  if (!only || second) return null
  return <Act icon="eye" label={b('board.read')} run={() => view.edit(only.id)} />
}

function Changes({ view, cards }: Part) {
  const [only, second] = cards
  const single = second ? undefined : only
  return (
    <>
      {single && <Act icon="pencil" label={b('board.edit')} run={() => view.edit(single.id)} />}
      <Menu icon="palette" label={b('card.color')}>
        <Swatches chosen={shared(cards, 'color')} onChoose={(color) => view.paint(color)} />
      </Menu>
      <AudienceMenu view={view} cards={cards} />
      <ZoneMenu view={view} cards={cards} />
      <LinkAct view={view} cards={cards} />
      <MergeAct view={view} cards={cards} />
      {second && <ArrangeMenu view={view} />}
      {view.session.can.animate() && <ShowActs actions={view.actions} cards={cards} />}
      <MoreMenu view={view} cards={cards} />
      <Act icon="trash-2" label={b('board.drop')} run={() => view.drop()} />
    </>
  )
}

function AudienceMenu({ view, cards }: Part) {
  if (!cards.every((card) => view.actions.maySetAudience(card))) return null
  const now = shared(cards, 'audience')
  return (
    <Menu icon="eye" label={b('card.audience')}>
      {audiences(view.session.can.animate()).map((audience) => (
        <MenuChoice
          key={audience}
          label={audienceName(audience)}
          chosen={audience === now}
          onChoose={() =>
            view.actions.show(
              cards.map(({ id }) => id),
              audience,
            )
          }
        />
      ))}
    </Menu>
  )
}
