// What becomes of each command when who gave it wants it back, and so by which door it goes. What is content of a
// board goes through the board's history (views/cards/history.ts), which alone may `enact`: so each act is on it, and
// nothing older is taken back in its place. The rest goes by `send`. Types only: a command that the schema gains does
// not compile until it stands here.
import type {
  Command,
  CommandType,
  EditBoardCommand,
  EditCardCommand,
} from '../../../protocol/generated/protocol'

/** Content, which the history takes back. */
type Back = 'back'
/** Content that nothing takes back, and why: it is said at the act, and Annuler does not reach past it unasked. */
interface Final<Why extends string> {
  final: Why
}
/** No content of a board, and why. */
interface Apart<Why extends string> {
  apart: Why
}

type Declared<T extends Record<CommandType, Back | Final<string> | Apart<string>>> = T

export type Ways = Declared<{
  add_card: Back
  edit_card: Back
  edit_text: Back
  drop_card: Back
  sign_card: Back
  restore_card: Back
  restore_cards: Back
  merge_cards: Back
  unmerge_cards: Back
  add_link: Back
  edit_link: Back
  drop_link: Back
  add_zone: Back
  edit_zone: Back
  drop_zone: Back
  edit_board: Back
  lead_board: Back
  release_board: Back
  add_priority: Back
  edit_priority: Back
  allot: Back
  drop_priority: Final<'The points that people gave go with it; the page asks before.'>
  veil_board: Final<'Its opposite shows what people wrote in private: that is for “reveal” alone.'>
  return_card: Final<'Its writer may have read the word already.'>
  reveal_board: Final<'What everybody has read is read.'>
  add_territory: Final<'Cards of others may name it already.'>
  add_card_type: Final<'Cards of others may name it already.'>
  add_link_type: Final<'Links of others may name it already.'>
  add_objective: Final<'Cards of others may name it already.'>
  add_board: Apart<'A board is added beside the others; it is taken away in their list.'>
  drop_board: Apart<'It asks before, and has no board left to be taken back on.'>
  edit_workshop: Apart<'Of the whole workshop; the same button does the opposite.'>
  create_workshop: Apart<'Asked by organisers, before there is anything.'>
  join: Apart<'Who is here.'>
  edit_person: Apart<'Who is here.'>
  drop_added: Apart<'Of the whole workshop, whichever board it is asked on; the bin beside it gives the cards back.'>
  remove_people: Apart<'Who is here; it says how many before.'>
  edit_invitation: Apart<'Who may come in; the same field sets another number.'>
  remove_person: Apart<'Who is here; it asks before.'>
  add_invitation: Apart<'Who may come in.'>
  revoke_invitation: Apart<'Who may come in; it asks before.'>
  give_code: Apart<'Who may come in; the button beside it does the opposite.'>
  drop_code: Apart<'Who may come in; the same button gives another.'>
  set_wall: Apart<'What walls show; the same choice does the opposite.'>
  withdraw_code: Apart<'A server says so for itself.'>
}>

type Those<Way> = { [Type in CommandType]: Ways[Type] extends Way ? Type : never }[CommandType]

export type BackType = Those<Back>
export type FinalType = Those<Final<string>>

/** The timer runs whoever wants what back: time is no content. */
type Clock = Pick<EditBoardCommand, 'type' | 'board' | 'timer_end' | 'timer_left' | 'timer_rings'>

/** A card that was sent back is handed in again: an answer, and no content. */
type HandIn = Pick<EditCardCommand, 'type' | 'card' | 'returned'>

/** What may be sent around the history. */
export type ApartCommand = Extract<Command, { type: Those<Apart<string>> }> | Clock | HandIn
