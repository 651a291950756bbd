import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** The heading of a page that has just replaced another: it takes the focus, so that it is read out. */
export function Arrival({
  children,
  id,
  level = 1,
}: {
  children: ComponentChildren
  id?: string
  level?: 1 | 2
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const props = { ref: heading, tabIndex: -1, class: 'arrival', ...(id && { id }) }
  return level === 1 ? <h1 {...props}>{children}</h1> : <h2 {...props}>{children}</h2>
}
