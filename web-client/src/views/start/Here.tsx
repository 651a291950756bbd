// The workshops that this device is in: to go on with, or to leave.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { idToText } from '../../sync/bytes'
import { say } from '../parts/say'
import { w } from './herewords'
import { forgetLeft, keptHere } from './kept'
import Leave from './Leave'

export function Here() {
  const kept = useSignal(keptHere())
  const read = () => {
    kept.value = keptHere()
  }
  useEffect(() => void forgetLeft().then(read), [])
  if (kept.value.length === 0) return null
  return (
    <section class="sheet narrow" aria-labelledby="here">
      <h2 id="here">{w('here')}</h2>
      <ul class="lines here">
        {kept.value.map(({ workshop, title, name }) => (
          <li key={workshop}>
            <a class="button" href={`/a/${idToText(workshop)}`}>
              {title || w('untitled')}
            </a>{' '}
            <span class="hint">{name && w('hereAs', { name })}</span>
            <Leave
              workshop={workshop}
              title={title || w('untitled')}
              onLeft={() => {
                read()
                say(w('left', { title: title || w('untitled') }))
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
