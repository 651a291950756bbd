import { useSignal } from '@preact/signals'
import { copyText } from '../../browser'
import type { Kept } from '../../sync/pending'
import { Icon } from '../parts/Icon'
import { say } from '../parts/say'
import { adoptStyle } from '../parts/style'
import style from './refused.css' with { type: 'text' }
import { w } from './words'

adoptStyle(style)

interface Props {
  kept: readonly Kept[]
  onAgain(): void
}

const mostShown = 30

/** What somebody wrote and the server did not take, to be copied, sent once more or put elsewhere; folded while
 * it is in the way. */
export default function RefusedWords({ kept, onAgain }: Props) {
  const told = useSignal('')
  const copy = async () => {
    told.value = w((await copyText(allWords(kept))) ? 'copied' : 'copyFailed')
    say(told.value)
  }
  return (
    <details class="refused-words" open>
      <summary>{w('list')}</summary>
      <ul>
        {kept.slice(0, mostShown).map((one) => (
          <li key={`${one.client} ${one.counter}`}>
            {one.words.map((text, place) => (
              <p key={`${place} ${text}`}>{text}</p>
            ))}
          </li>
        ))}
      </ul>
      {kept.length > mostShown && <p>{w('more', { n: kept.length - mostShown })}</p>}
      <div class="actions">
        <button type="button" class="button" onClick={copy}>
          <Icon name="clipboard-copy" />
          {w('copy')}
        </button>
        {kept.some(({ command }) => command) && (
          <button type="button" class="button" onClick={onAgain}>
            {w('again')}
          </button>
        )}
      </div>
      <p class="hint">{told}</p>
    </details>
  )
}

function allWords(kept: readonly Kept[]): string {
  return kept.map(({ words }) => words.join('\n')).join('\n\n')
}
