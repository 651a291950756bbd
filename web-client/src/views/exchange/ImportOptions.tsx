import type { CardType, Zone } from '../../../../protocol/generated/protocol'
import { inPlace } from '../cards/choosing'
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

const delimiterNames: Readonly<Record<Delimiter, 'semicolon' | 'comma' | 'tab'>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
}

export function Options({ chosen, way, types, zones }: OptionsProps) {
  const { delimiter, subject, type, uses, zone } = chosen
  return (
    <div class="exchange-options">
      <Select
        label={w('subject')}
        value={way.subject}
        options={(['cards', 'territories'] as const).map((one) => [one, w(`subject_${one}`)])}
        onChoose={(value) => {
          subject.value = value as Subject
        }}
      />
      <Select
        label={w('delimiter')}
        value={delimiter.value}
        options={delimiters.map((one) => [one, w(delimiterNames[one])])}
        onChoose={(value) => {
          delimiter.value = value as Delimiter
          uses.value = undefined
        }}
      />
      {way.subject === 'cards' && types.length > 0 && (
        <Select
          label={w('allType')}
          value={String(way.type)}
          options={[
            ['0', w('noType')],
            ...inPlace(types).map(({ id, label }): Option => [String(id), label]),
          ]}
          onChoose={(value) => {
            type.value = Number(value)
          }}
        />
      )}
      {way.subject === 'cards' && zones.length > 0 && (
        <Select
          label={w('zone')}
          value={String(zone.value)}
          options={[
            ['0', w('beside')],
            ...zones.map(({ id, title }): Option => [String(id), w('inZone', { title })]),
          ]}
          onChoose={(value) => {
            zone.value = Number(value)
          }}
        />
      )}
    </div>
  )
}

/** What each column is for, with what its first line says. */
export function Columns({ chosen, way, rows }: { chosen: Choices; way: Way; rows: readonly Row[] }) {
  const options = [...fields, 'more', 'ignored'].map((use): Option => [use, w(`use_${use as Use}`)])
  const first = rows[1]?.cells ?? []
  return (
    <fieldset>
      <legend>{w('columns')}</legend>
      <div class="exchange-options">
        {way.headers.map((name, at) => (
          <Select
            key={at}
            label={name || String(at + 1)}
            hint={first[at] ?? ''}
            name={w('column', { name: name || String(at + 1) })}
            value={way.uses[at] ?? 'ignored'}
            options={options}
            onChoose={(value) => {
              chosen.uses.value = way.headers.map((_, other) =>
                other === at ? (value as Use) : (way.uses[other] ?? 'ignored'),
              )
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}

type Option = readonly [value: string, label: string]

interface SelectProps {
  label: string
  /** How it is called where the label alone does not say it. */
  name?: string
  hint?: string
  value: string
  options: readonly Option[]
  onChoose(value: string): void
}

function Select({ label, name, hint, value, options, onChoose }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select
        value={value}
        {...(name ? { 'aria-label': name } : {})}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
      {hint !== undefined && <small class="exchange-sample">{hint}</small>}
    </label>
  )
}
