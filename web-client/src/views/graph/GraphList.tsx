// The graph in words: which links are shown, the cards with the most links first, and of the chosen card each link.
import { useComputed, useSignal } from '@preact/signals'
import type { Card } from '../../../../protocol/generated/protocol'
import { cardName } from '../cards/words'
import { Icon } from '../parts/Icon'
import { linesAtOnce, More } from '../parts/More'
import { Said } from '../parts/Said'
import { useSaid } from '../parts/say'
import { finder } from '../parts/search'
import type { GraphModel } from './model'
import { across, type Tie } from './network'
import { w } from './words'

export function GraphList({ model }: { model: GraphModel }) {
  const chosen = model.chosen.value ? model.card(model.chosen.value) : undefined
  return (
    <section class="map-list" aria-label={w('list')}>
      <Filters model={model} />
      {chosen ? <Chosen model={model} card={chosen} /> : <Everything model={model} />}
    </section>
  )
}

function Filters({ model }: { model: GraphModel }) {
  const { hidden, loose, types } = model
  const untyped = useComputed(() => model.whole.value.ties.some(({ link }) => !link.link_type)).value
  const toggle = (id: number) => {
    const next = new Set(hidden.value)
    if (!next.delete(id)) next.add(id)
    hidden.value = next
  }
  return (
    <fieldset class="graph-types">
      <legend>{w('types')}</legend>
      {types.value.map(({ id, label, color, dashed }) => (
        <label key={id} data-color={color} data-dashed={dashed}>
          <input type="checkbox" checked={!hidden.value.has(id)} onChange={() => toggle(id)} />
          <span class="graph-dash" aria-hidden="true" />
          {label}
        </label>
      ))}
      {untyped && (
        <label>
          <input type="checkbox" checked={!hidden.value.has(0)} onChange={() => toggle(0)} />
          <span class="graph-dash" aria-hidden="true" />
          {w('noType')}
        </label>
      )}
      <label>
        <input
          type="checkbox"
          checked={loose.value}
          onChange={({ currentTarget }) => {
            loose.value = currentTarget.checked
          }}
        />
        {w('loose')}
      </label>
    </fieldset>
  )
}

function Everything({ model }: { model: GraphModel }) {
  const { wanted } = model
  const shown = useSignal(linesAtOnce)
  const network = model.network.value
  const found = model.ranked.value.filter(finder(model.session, wanted.value))
  const count = w('cards', { n: found.length, ties: network.ties.length })
  useSaid(count, wanted.value)
  return (
    <>
      <label class="map-find">
        <span>{w('find')}</span>
        <input
          type="search"
          data-key="/"
          value={wanted.value}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value
          }}
        />
      </label>
      <p class="map-none">{count}</p>
      <ul class="map-lines">
        {found.slice(0, shown.value).map((card) => (
          <li key={card.id} data-card={card.id} data-color={card.color}>
            <button type="button" class="map-line" onClick={() => model.choose(card.id)}>
              {cardName(card)}
              <small>{w('links', { n: network.tiesOf(card.id).length })}</small>
            </button>
          </li>
        ))}
      </ul>
      <More shown={shown} total={found.length} label={(n) => w('more', { n })} />
    </>
  )
}

function Chosen({ model, card }: { model: GraphModel; card: Card }) {
  const ties = model.network.value.tiesOf(card.id)
  return (
    <>
      <Said arrives>
        <h3>{cardName(card)}</h3>
      </Said>
      <div class="map-here">
        <Action
          icon="pencil"
          label={w('open')}
          run={() => {
            model.open.value = card.id
          }}
        />
        {model.actions.allowed && (
          <Action
            icon="spline"
            label={w('edit')}
            run={() => {
              model.linking.value = card.id
            }}
          />
        )}
        <Action
          icon="list"
          label={w('back')}
          run={() => {
            model.chosen.value = 0
          }}
        />
      </div>
      {ties.length === 0 && <p class="map-none">{w('noLinks')}</p>}
      <ul class="map-lines">
        {ties.map((tie) => (
          <TieLine key={tie.link.id} model={model} tie={tie} card={card} />
        ))}
      </ul>
    </>
  )
}

function Action({ icon, label, run }: { icon: 'pencil' | 'spline' | 'list'; label: string; run(): void }) {
  return (
    <button type="button" class="card-button" onClick={run}>
      <Icon name={icon} />
      {label}
    </button>
  )
}

function TieLine({ model, tie, card }: { model: GraphModel; tie: Tie; card: Card }) {
  const other = across(tie, card.id)
  const type = model.types.value.find(({ id }) => id === tie.link.link_type)
  const how = [type?.label, tie.link.label].filter(Boolean).join(', ') || w('linked')
  const name = cardName(other)
  return (
    <li data-card={other.id} data-color={other.color}>
      <button type="button" class="map-line" onClick={() => model.choose(other.id)}>
        {tie.from.id === card.id ? w('to', { how, name }) : w('from', { how, name })}
      </button>
    </li>
  )
}
