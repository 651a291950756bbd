// What somebody sets of what is read out.
import { Switch } from '../parts/Settings'
import { chooseEvery, every, type Span, spans } from './every'
import { w } from './words'

export default function Preferences() {
  const options = spans.map((span) => ({ value: String(span), label: nameOf(span) }))
  return (
    <Switch
      label={w('every')}
      value={String(every.value)}
      options={options}
      onChoose={(next) => chooseEvery(Number(next) as Span)}
    />
  )
}

function nameOf(span: Span): string {
  if (span === 0) return w('never')
  return span < 60 ? w('seconds', { n: span }) : w('minutes', { n: span / 60 })
}
