import type { Card, Link } from '../../../../protocol/generated/protocol'
import { b } from '../../i18n/board'
import type { CardActions } from '../cards/actions'
import { w } from '../cards/terms'
import { cardName } from '../cards/words'
import { WordsInput } from '../parts/Field'
import { adoptStyle } from '../parts/style'
import { limitOf } from '../parts/text'
import { useUnsent } from '../parts/unsent'
import { LinkTypeChoice } from './LinkTypeChoice'
import { linkSentence } from './links'
import style from './links.css' with { type: 'text' }

adoptStyle(style)

/** One link as its card has it: where it leads, its label, and how to take it away. */
export function LinkLine({ actions, link, card }: { actions: CardActions; link: Link; card: Card }) {
  const outward = link.from === card.id
  const other = actions.session.record('card', outward ? link.to : link.from).value
  const name = other ? cardName(other) : ''
  return (
    <li>
      <span>{linkSentence(actions.session, link, outward, name)}</span>
      {actions.allowed ? (
        <>
          <LinkTypeChoice
            session={actions.session}
            label={w('linkType', { name })}
            chosen={link.link_type}
            onChoose={(type) => actions.retype(link, type)}
          />
          <LinkLabel actions={actions} link={link} name={b('card.linkLabel', { name })} />
          <button type="button" class="card-button" onClick={() => actions.unlink(link.id)}>
            {b('card.unlink')}
            <span class="card-unseen"> {name}</span>
          </button>
        </>
      ) : (
        link.label && <em>{link.label}</em>
      )}
    </li>
  )
}

function LinkLabel({ actions, link, name }: { actions: CardActions; link: Link; name: string }) {
  const form = useUnsent({ place: `link ${link.id}`, name, board: link.board }, { label: link.label })
  const label = form.field('label')
  return (
    <WordsInput
      aria-label={name}
      placeholder={b('card.linkLabelHint')}
      words={label}
      max={limitOf('edit_link', 'label')}
      onChange={() => {
        actions.relabel(link, label.value)
        form.done()
      }}
    />
  )
}
