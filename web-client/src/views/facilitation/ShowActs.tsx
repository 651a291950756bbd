// What an animator does with chosen cards before everybody's eyes: now, or when their turn comes.
import type { Card } from '../../../../protocol/generated/protocol'
import type { CardActions } from '../cards/actions'
import { c } from '../cards/choosewords'
import { Act } from '../parts/Act'
import { isPresented, present } from './present'
import { showCard } from './show'

interface Props {
  actions: CardActions
  cards: readonly Card[]
  /** What it is about, where many such buttons stand. */
  about?: string
}

export default function ShowActs({ actions, cards, about = '' }: Props) {
  const [only, second] = cards
  if (!cards.every(({ audience, unplaced }) => audience === 'everyone' && !unplaced)) return null
  return (
    <>
      {only && !second && (
        <Act icon="spotlight" label={c('inView')} about={about} run={() => showCard(actions.session, only)} />
      )}
      <Act
        icon="presentation"
        label={c(isPresented(cards) ? 'presentNoMore' : 'present')}
        about={about}
        run={() => present(actions, cards)}
      />
    </>
  )
}
