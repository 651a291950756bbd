/** Arrows go from one radio button to the next without choosing it, where choosing one acts at once: Space chooses.
 * For the `onKeyDown` of what holds them. */
export function goThroughRadios(event: KeyboardEvent): void {
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
  const here = event.target
  if (!by || !(here instanceof HTMLInputElement) || here.type !== 'radio') return
  const group = [
    ...(here.closest('fieldset') ?? document).querySelectorAll<HTMLInputElement>('input[type=radio]'),
  ]
  const all = group.filter(({ name }) => name === here.name)
  event.preventDefault()
  all[(all.indexOf(here) + by + all.length) % all.length]?.focus()
}
