// What the sums say, in words of their own.
import type { WorkshopSession } from '../../sync/workshop'
import type { Voted, Written } from './sums'
import { w } from './words'

/** "Derrière le voile : 12 fiches, dont 3 sans signature ; 7 personnes". */
export function writtenText({ cards, people, unsigned, behindVeil }: Written): string {
  const parts = [w('sumCards', { n: cards })]
  if (unsigned > 0) parts.push(w('sumUnsigned', { n: unsigned }))
  const by = unsigned === cards ? '' : w('sumPeople', { n: people })
  return w(behindVeil ? 'sumBehind' : 'sumHere', { what: [parts.join(', '), by].filter(Boolean).join(' · ') })
}

export function votedText({ people, of }: Voted): string {
  return w('sumVoted', { n: people, of })
}

/** "Élu·e 3/5 · Agent 2/9". */
export function votersText(session: WorkshopSession, { categories }: Voted): string {
  return categories
    .map(({ category, people, of }) => {
      const label = session.record('category', category).value?.label ?? w('sumNoCategory')
      return `${label} ${people}/${of}`
    })
    .join(' · ')
}
