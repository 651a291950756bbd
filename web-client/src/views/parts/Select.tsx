// One of several that acts by itself, once it is confirmed: by Enter, by the button beside it, or by picking with a
// pointer. Arrows only try: Escape takes back, and so does leaving. What is a part of a form is a Choice.

import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { Icon } from './Icon'
import { say } from './say'
import style from './select.css' with { type: 'text' }
import { w } from './selectwords'
import { adoptStyle } from './style'
import { type Meant, Trying } from './trying'

adoptStyle(style)

type Value = string | number

export interface SelectProps<V extends Value> {
  label: string
  /** The label is for the ear only. */
  unseen?: boolean
  value: V
  options: readonly { value: V; label: string }[]
  /** Where the keyboard may be asked to go. */
  at?: { current: HTMLSelectElement | null }
  onChoose(value: V): void
}

/** On a Mac, arrows on a closed select open its list. */
const arrowsOpen = /^(Mac|iP)/.test(globalThis.navigator?.platform ?? '')

function useTrying<V extends Value>({ label, value, options, onChoose }: SelectProps<V>) {
  const tried = useSignal<V | undefined>(undefined)
  const trying = useRef(new Trying(arrowsOpen)).current
  const confirm = () => {
    const chosen = tried.value
    tried.value = undefined
    if (chosen !== undefined && chosen !== value) onChoose(chosen)
  }
  const takeBack = () => {
    if (tried.value === undefined) return
    tried.value = undefined
    say(w('back', { label, value: options.find((one) => one.value === value)?.label ?? '' }))
  }
  const change = (at: number) => {
    tried.value = options[at]?.value
    if (!trying.tries) confirm()
    else if (tried.value === value) tried.value = undefined
  }
  const press = (event: KeyboardEvent) => {
    const meant: Meant = trying.pressed(event, event.timeStamp)
    if (!meant || tried.value === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (meant === 'confirm') confirm()
    else takeBack()
  }
  return { tried, trying, confirm, takeBack, change, press }
}

export function Select<V extends Value>(props: SelectProps<V>) {
  const { label, unseen = false, value, options, at } = props
  const { tried, trying, confirm, takeBack, change, press } = useTrying(props)
  const host = useRef<HTMLSpanElement>(null)
  const hint = useId()
  const leave = (event: FocusEvent) => {
    const inside = host.current?.contains(event.relatedTarget as Node | null)
    if (!inside && document.hasFocus()) takeBack()
  }
  return (
    <span ref={host} class="select" onFocusOut={leave}>
      <label>
        <span class={unseen ? 'unseen' : ''}>{label}</span>{' '}
        <select
          ref={at ?? null}
          value={tried.value ?? value}
          data-tried={tried.value !== undefined}
          aria-describedby={hint}
          onKeyDown={press}
          onPointerDown={() => trying.pointed()}
          onWheel={() => trying.turned()}
          onChange={({ currentTarget }) => change(currentTarget.selectedIndex)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {tried.value !== undefined && (
        <button type="button" class="select-confirm" onPointerDown={stay} onClick={confirm}>
          <Icon name="check" />
          {w('confirm')}
        </button>
      )}
      <span id={hint} hidden>
        {w('hint')}
      </span>
    </span>
  )
}

/** The keyboard stays in the select, which would else look left. */
function stay(event: Event): void {
  event.preventDefault()
}
