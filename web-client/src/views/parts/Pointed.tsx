import { inFull } from './inclusive'

/** Words as they are written for the eye, in full for the ear. */
export function Pointed({ text }: { text: string }) {
  const full = inFull(text)
  if (full === text) return <>{text}</>
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <span class="unseen">{full}</span>
    </>
  )
}
