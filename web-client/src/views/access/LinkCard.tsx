import { useId, useRef, useState } from 'preact/hooks'
import type { Role } from '../../../../protocol/generated/protocol'
import { copyText } from '../../browser'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { say } from '../parts/say'
import { l } from './linkwords'

const Qr = lazy(() => import('./Qr'))

/** One link with its code: to scan, to copy, to read out. */
export function LinkCard({ role, link, hint }: { role: Role; link: string; hint?: string }) {
  const name = l(role)
  return (
    <article class="link-card" data-role={role}>
      <h3>{name}</h3>
      <p class="hint">{hint ?? l(`${role}Hint`)}</p>
      <Qr text={link} label={l('qr', { name })} />
      <LinkText name={name} link={link} />
    </article>
  )
}

export function LinkText({ name, link }: { name: string; link: string }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState('')
  const copy = async () => {
    const copied = await copyText(link)
    if (!copied) field.current?.select()
    const words = l(copied ? 'copied' : 'copyFailed')
    setTold(words)
    say(words)
  }
  return (
    <div class="link-text">
      <label class="unseen" for={id}>
        {name}
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="button" onClick={copy}>
        <Icon name="clipboard-copy" />
        {l('copy')}
        <span class="unseen"> : {name}</span>
      </button>
      <p class="hint">{told}</p>
      <p class="print-only">{link}</p>
    </div>
  )
}
