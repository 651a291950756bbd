import type { CardType, Zone } from '../../../../protocol/generated/protocol'
import { inPlace } from '../cards/choosing'
import { Choice } from '../parts/Choice'
import type { Choices } from './choices'
import { fields, type Subject, type Use } from './columns'
import { type Delimiter, delimiters, type Row } from './csv'
import type { Way } from './reading'
import { w } from './words'

interface OptionsProps {
  chosen: Choices
  way: Way
  types: readonly CardType[]
  zones: readonly Zone[]
}

const subjects: readonly Subject[] = ['cards', 'territories']
const delimiterNames: Readonly<Record<Delimiter, 'semicolon' | 'comma' | 'tab'>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
}

export function Options({ chosen, way, types, zones }: OptionsProps) {
  const { delimiter, subject, type, uses, zone } = chosen
  return (
    <div class="exchange-options">
      <Choice
        label={w('subject')}
        value={way.subject}
        options={subjects.map((one) => ({ value: one, label: w(`subject_${one}`) }))}
        onChoose={(value) => {
          subject.value = value
        }}
      />
      <Choice
        label={w('delimiter')}
        value={delimiter.value}
        options={delimiters.map((one) => ({ value: one, label: w(delimiterNames[one]) }))}
        onChoose={(value) => {
          delimiter.value = value
          uses.value = undefined
        }}
      />
      {way.subject === 'cards' && types.length > 0 && (
        <Choice
          label={w('allType')}
          value={way.type}
          options={[
            { value: 0, label: w('noType') },
            ...inPlace(types).map(({ id, label }) => ({ value: id, label })),
          ]}
          onChoose={(value) => {
            type.value = value
          }}
        />
      )}
      {way.subject === 'cards' && zones.length > 0 && (
        <Choice
          label={w('zone')}
          value={zone.value}
          options={[
            { value: 0, label: w('beside') },
            ...zones.map(({ id, title }) => ({ value: id, label: w('inZone', { title }) })),
          ]}
          onChoose={(value) => {
            zone.value = value
          }}
        />
      )}
    </div>
  )
}

/** What each column is for, with what its first line says. */
export function Columns({ chosen, way, rows }: { chosen: Choices; way: Way; rows: readonly Row[] }) {
  const uses: readonly Use[] = [...fields, 'more', 'ignored']
  const options = uses.map((use) => ({ value: use, label: w(`use_${use}`) }))
  const first = rows[1]?.cells ?? []
  return (
    <fieldset>
      <legend>{w('columns')}</legend>
      <div class="exchange-options">
        {way.headers.map((name, at) => (
          <Choice
            key={at}
            label={name || String(at + 1)}
            hint={first[at] ?? ''}
            name={w('column', { name: name || String(at + 1) })}
            value={way.uses[at] ?? 'ignored'}
            options={options}
            onChoose={(value) => {
              chosen.uses.value = way.headers.map((_, other) =>
                other === at ? value : (way.uses[other] ?? 'ignored'),
              )
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}
