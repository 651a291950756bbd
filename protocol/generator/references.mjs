// What hangs on what: each field that names a record says what becomes of its record (the holder) when the named
// one goes, and the writers make tables of it. An index is a field by whose value the holders are found: each
// reference, the time at which something was put into the bin, and fields that say "index".

// drop: the holder goes too. clear: the field is emptied, or the id leaves the list. stay: it was a deed, and is
// told although whoever did it is no longer there.
export const FATES = ['stay', 'clear', 'drop']
export const REFERENCE_KEYS = ['gone', 'hidden', 'binned', 'known', 'public', 'index', 'optional']
const INDEXED = { id: 'number', ids: 'ids', choice: 'number', time: 'number', text: 'words' }

/** Says of each record its scope's follows, its bin and its indexes; answers all indexes, in the order of the
 * holders' numbers. `fail` is told what is wrong. */
export function readReferences(records, fail) {
  const find = (name) => records.find((r) => r.name === name)
  const indexes = [...records].sort((a, b) => a.number - b.number).flatMap((record) => {
    checkBin(record, fail)
    checkFollows(record, fail)
    record.indexes = [...ownId(record, find, fail), ...record.fields.flatMap((field) => ofField(record, field, find, fail))]
    return record.indexes
  })
  for (const record of records) checkCircles(record, find, [], fail)
  return indexes
}

const named = (record, name) => record.fields.find((f) => f.name === name)

function checkBin(record, fail) {
  if (!record.bin) return
  const { by, at } = record.bin
  if (named(record, by)?.of !== 'person' || named(record, at)?.kind !== 'time' || record.scope.rule !== 'fields')
    fail(`record ${record.name}: bin is {by, at} naming a field of a person and a time, of a record with audience and holder`)
}

function checkFollows(record, fail) {
  for (const name of record.scope.follows ?? []) {
    if (name === 'id' ? record.idOf : named(record, name)?.kind === 'id' && named(record, name).gone === 'drop') continue
    fail(`record ${record.name}: scope.follows names fields of one id with "gone": "drop", or "id" with id_of; not ${name}`)
  }
}

/** The record whose id is another's goes with it. */
function ownId(record, find, fail) {
  if (!record.idOf) return []
  const of = find(record.idOf) ?? fail(`record ${record.name}: id_of: no record ${record.idOf}`)
  const follows = record.scope.follows?.includes('id') ?? false
  if (!follows && canHide(of, record)) fail(`record ${record.name}: id_of ${of.name}, which not everyone sees, needs scope sealed or follows with "id"`)
  return [{ name: `${record.name}_id`, holder: record, kind: 'self', of, gone: 'drop', follows }]
}

function ofField(record, field, find, fail) {
  const where = `record ${record.name}.${field.name}`
  const isHolder = record.scope.holder === field.name
  const isReference = isHolder || (['id', 'ids'].includes(field.kind) && field.of)
  if (isReference) checkReference(where, record, field, isHolder, find(field.of), fail)
  else if (REFERENCE_KEYS.some((key) => key !== 'index' && field[key])) fail(`${where}: names no record, so that nothing becomes of it`)
  if (isHolder) return ['person', 'group'].map((of) => ({
    name: `${record.name}_${field.name}_${of}`, holder: record, field, kind: of, of: find(of), gone: 'drop', mask: [named(record, record.scope.audience), field],
  }))
  if (isReference) return [{
    name: `${record.name}_${field.name}`, holder: record, field, kind: INDEXED[field.kind], of: find(field.of), mask: [field],
    gone: field.gone, hidden: field.hidden, binned: field.binned ?? field.hidden, public: field.public,
    follows: record.scope.follows?.includes(field.name) ?? false,
  }]
  if (!field.index && record.bin?.at !== field.name) return []
  if (!INDEXED[field.kind]) fail(`${where}: index is for ${Object.keys(INDEXED).join(', ')}`)
  return [{ name: `${record.name}_${field.name}`, holder: record, field, kind: INDEXED[field.kind], mask: [field] }]
}

function checkReference(where, record, field, isHolder, of, fail) {
  if (!FATES.includes(field.gone)) fail(`${where}: needs "gone": what becomes of the ${record.name} when what it names goes (${FATES.join(', ')})`)
  if (isHolder && field.gone !== 'drop') fail(`${where}: what only one person or group sees goes with them: "gone": "drop"`)
  if (field.gone === 'stay' && of?.name !== 'person') fail(`${where}: only a deed stays, and a deed is a person's`)
  const follows = record.scope.follows?.includes(field.name)
  const hides = !isHolder && !follows && of && canHide(of, record)
  if (hides && !FATES.includes(field.hidden)) fail(`${where}: needs "hidden": what becomes of the ${record.name} when whoever sees it does not see the ${of.name}: drop or clear; or its scope follows it`)
  const stays = field.hidden === 'stay' || field.binned === 'stay'
  if (stays && !field.known) fail(`${where}: who does not see the ${of?.name} would be told of it: stay needs "known", why its id may be`)
  if (!stays && field.known) fail(`${where}: known is for what stays although it is hidden`)
  if (!hides && field.hidden) fail(`${where}: has no use for hidden: whoever sees the ${record.name} sees what it names`)
  if (field.binned && !(field.hidden && of.bin && FATES.includes(field.binned))) fail(`${where}: binned is for what names a record with a bin and says hidden (${FATES.join(', ')})`)
  if (field.public && !field.hidden) fail(`${where}: public is for what says hidden`)
}

/** Whether somebody who sees the holder may not see what it names. */
function canHide(of, holder) {
  if (holder.scope.rule === 'sealed' || of.scope.rule === 'everyone') return false
  return !(of.scope.rule === 'animators' && holder.scope.rule === 'animators')
}

/** A scope that follows itself would never be found. */
function checkCircles(record, find, path, fail) {
  if (path.includes(record.name)) fail(`record ${record.name}: its scope follows itself: ${[...path, record.name].join(', ')}`)
  for (const name of record.scope.follows ?? []) {
    const of = name === 'id' ? record.idOf : named(record, name).of
    checkCircles(find(of), find, [...path, record.name], fail)
  }
}
