// What stands on the screen and is read out when it becomes something else by what one does.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say, still } from './say'

interface Props {
  class?: string
  /** Read out when it comes, too. */
  arrives?: boolean
  children: ComponentChildren
}

export function Said({ class: name, arrives = false, children }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const heard = useRef<string | undefined>(arrives ? '' : undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    const text = host.current?.innerText ?? ''
    const before = heard.current
    heard.current = text
    if (before === undefined || before === text) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => say(text), still)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <div ref={host} class={name}>
      {children}
    </div>
  )
}
