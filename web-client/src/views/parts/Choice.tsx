// One of several, as a part of a form: nothing comes of it before the form is sent. What acts by itself is a Select.
import { Field } from './Field'

interface Props<Value extends string | number> {
  label: string
  /** How it is called where the label alone does not say it. */
  name?: string
  hint?: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChoose(value: Value): void
}

export function Choice<Value extends string | number>({
  label,
  name,
  hint,
  value,
  options,
  onChoose,
}: Props<Value>) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select
          {...ids}
          aria-label={name}
          value={value}
          onChange={({ currentTarget }) => {
            const chosen = options[currentTarget.selectedIndex]
            if (chosen) onChoose(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
