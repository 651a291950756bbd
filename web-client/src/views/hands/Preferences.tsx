// What somebody sets of what is read out.

import { Icon } from '../parts/Icon'
import { Switch } from '../parts/Settings'
import { chooseEvery, every, type Span, spans } from './every'
import { helpOpen } from './pagekeys'
import { chooseSigns, signs } from './signs'
import { w } from './words'

export default function Preferences() {
  const options = spans.map((span) => ({ value: String(span), label: nameOf(span) }))
  return (
    <div class="settings">
      <Switch
        label={w('every')}
        value={String(every.value)}
        options={options}
        onChoose={(next) => chooseEvery(Number(next) as Span)}
      />
      <Switch
        label={w('signs')}
        value={signs.value ? 'on' : 'off'}
        options={[
          { value: 'on', label: w('signsOn') },
          { value: 'off', label: w('signsOff') },
        ]}
        onChoose={(next) => chooseSigns(next === 'on')}
      />
      <button type="button" class="button" onClick={openHelp}>
        <Icon name="info" />
        {w('help')}
      </button>
    </div>
  )
}

function openHelp(): void {
  helpOpen.value = true
}

function nameOf(span: Span): string {
  if (span === 0) return w('never')
  return span < 60 ? w('seconds', { n: span }) : w('minutes', { n: span / 60 })
}
