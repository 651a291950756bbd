// What a card is besides its words, to choose: its type, its objectives, its territory, its tags. On a card that
// lies on the board each choice counts at once; on a new one with its first saving.
import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import type { CardType, Objective } from '../../../../protocol/generated/protocol'
import type { WorkshopSession } from '../../sync/workshop'
import { WordsInput } from '../parts/Field'
import { Icon } from '../parts/Icon'
import { goThroughRadios } from '../parts/radios'
import { adoptStyle } from '../parts/style'
import { limitOf } from '../parts/text'
import { useUnsent } from '../parts/unsent'
import { inPlace, territoryName, territoryOf, toggled, withoutTag, withTags } from './choosing'
import { typeIcon } from './facts'
import fieldsStyle from './fields.css' with { type: 'text' }
import { w } from './terms'
import { type Traits, tagList } from './traits'

adoptStyle(fieldsStyle)

interface Props {
  session: WorkshopSession
  /** Where the card's words are kept while they are written. */
  place: string
  traits: Traits
  onChange(fields: Partial<Traits>, type?: CardType): void
}

export default function CardFields(props: Props) {
  return (
    <div class="card-fields">
      <Types {...props} />
      <Objectives {...props} />
      <TerritoryField {...props} />
      <Tags {...props} />
    </div>
  )
}

function Types({ session, traits, onChange }: Props) {
  const name = useId()
  const types = inPlace(session.all('card_type').value)
  if (types.length === 0) return null
  return (
    <fieldset class="card-chips" onKeyDown={goThroughRadios}>
      <legend>{w('type')}</legend>
      {types.map((type) => (
        <label key={type.id} class="card-chip" data-color={type.color}>
          <input
            type="radio"
            name={name}
            checked={type.id === traits.card_type}
            onChange={() => onChange({ card_type: type.id }, type)}
          />
          <Icon name={typeIcon(type)} />
          {type.label}
        </label>
      ))}
      <label class="card-chip">
        <input
          type="radio"
          name={name}
          checked={traits.card_type === 0}
          onChange={() => onChange({ card_type: 0 })}
        />
        {w('noType')}
      </label>
    </fieldset>
  )
}

function Objectives({ session, traits, onChange }: Props) {
  const objectives: Objective[] = inPlace(session.all('objective').value)
  if (objectives.length === 0) return null
  return (
    <fieldset class="card-chips">
      <legend>{w('objectives')}</legend>
      {objectives.map(({ id, title, brief, color }) => (
        <label key={id} class="card-chip" data-color={color} title={title}>
          <input
            type="checkbox"
            checked={traits.objectives.includes(id)}
            onChange={() => onChange({ objectives: toggled(traits.objectives, id, objectives) })}
          />
          {brief || title}
        </label>
      ))}
    </fieldset>
  )
}

function TerritoryField({ session, traits, onChange }: Props) {
  const list = useId()
  const unknown = useSignal('')
  const territories = session.all('territory').value
  const now = session.record('territory', traits.territory).value
  if (territories.length === 0) return null
  const choose = (field: HTMLInputElement) => {
    const words = field.value.trim()
    const found = territoryOf(words, territories)
    unknown.value = words && !found ? words : ''
    if (unknown.value) return
    onChange({ territory: found?.id ?? 0 })
    field.value = found ? territoryName(found) : ''
  }
  return (
    <div class="card-fields-one">
      <label>
        <span>{w('territory')}</span>
        <input
          type="text"
          list={list}
          autoComplete="off"
          placeholder={w('territoryHint')}
          value={now ? territoryName(now) : ''}
          aria-invalid={unknown.value !== ''}
          onChange={({ currentTarget }) => choose(currentTarget)}
          onKeyDown={keepEnter}
        />
      </label>
      <datalist id={list}>
        {territories.map((one) => (
          <option key={one.id} value={territoryName(one)} />
        ))}
      </datalist>
      {unknown.value && <p role="alert">{w('territoryUnknown', { words: unknown.value })}</p>}
    </div>
  )
}

function Tags({ place, traits, onChange }: Props) {
  const form = useUnsent({ place: `${place} tags`, name: w('tags') }, { tags: '' })
  const words = form.field('tags')
  const field = useRef<HTMLInputElement>(null)
  const add = () => {
    const written = words.value
    form.done()
    if (written.trim()) onChange({ tags: withTags(traits.tags, written) })
  }
  return (
    <div class="card-fields-one">
      <label>
        <span>{w('tags')}</span>
        <WordsInput
          inputRef={field}
          words={words}
          max={limitOf('edit_card', 'tags')}
          autocomplete="off"
          placeholder={w('tagsHint')}
          onChange={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === ',') {
              event.preventDefault()
              add()
            }
            keepEnter(event)
          }}
        />
      </label>
      <ul class="card-tags">
        {tagList(traits.tags).map((tag) => (
          <li key={tag}>
            <button
              type="button"
              aria-label={w('dropTag', { name: tag })}
              onClick={() => {
                field.current?.focus()
                onChange({ tags: withoutTag(traits.tags, tag) })
              }}
            >
              {tag}
              <Icon name="x" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Enter in a field of choices chooses; it does not save the card. */
function keepEnter(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.dispatchEvent(new Event('change'))
}
