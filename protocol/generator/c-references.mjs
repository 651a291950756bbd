// The C side of what hangs on what: references.h and references.c.
import { guard, NOTE, upper } from './c.mjs'

const KIND = { number: 'NUMBER', ids: 'IDS', words: 'WORDS', person: 'PERSON', group: 'GROUP', self: 'SELF' }
const constant = (index) => `INDEX_${upper(index.name)}`

export function writeCReferences({ indexes, records }) {
  return { 'references.h': header(indexes), 'references.c': tables(indexes, records) }
}

function header(indexes) {
  return guard('references', ['<stdbool.h>', '"protocol/generated/records.h"'], `/* What hangs on what, and by which fields records are found. */

/* What becomes of a record (the holder) when one that it names goes. */
enum fate {
    FATE_STAY,  /* nothing: it tells of a deed */
    FATE_CLEAR, /* the field is emptied, or the id leaves the list */
    FATE_DROP,  /* it goes too */
};

/* By what the holders of an index are found. */
enum index_kind {
    INDEX_BY_NUMBER, /* an id, a choice, a time; 0 is not found */
    INDEX_BY_IDS,    /* each id of a list */
    INDEX_BY_WORDS,  /* fold_key of a text; an empty one is not found */
    INDEX_BY_PERSON, /* the one person who sees it */
    INDEX_BY_GROUP,  /* the one group that sees it */
    INDEX_BY_SELF,   /* its own id, which is another's: needs no index */
};

enum record_index {
${indexes.map((i) => `    ${constant(i)},`).join('\n')}
};
#define RECORD_INDEXES ${indexes.length}

struct index_rule {
    uint8_t holder;      /* enum record_type: of the records that are found */
    uint8_t of;          /* enum record_type: which they name; 0 when the value names none */
    uint8_t field;       /* of the holder; 0 for its id */
    uint8_t kind;        /* enum index_kind */
    uint8_t gone;        /* enum fate: when what is named is dropped, */
    uint8_t hidden;      /* when somebody who sees the holder no longer sees it, */
    uint8_t binned;      /* and when that is because it is in the bin */
    bool public;         /* only what everyone sees is in sight */
    bool follows;        /* the holder has the narrowest scope of all that it names so */
    uint64_t mask;       /* the fields of the holder that the value is read from */
};

/* Tables are constant and never freed. */
const struct index_rule *index_rule(enum record_index index);
/* The indexes by fields of this type, and those by which records of this type are named: numbers of
 * enum record_index, then RECORD_INDEXES. */
const uint16_t *indexes_of(enum record_type type);
const uint16_t *indexes_naming(enum record_type type);

/* How many records of a type one person may have added, and the indexes that find those they did, then
 * RECORD_INDEXES. */
struct share {
    uint32_t limit; /* 0: as many as there may be */
    uint16_t by[3];
};
const struct share *share_of(enum record_type type);`)
}

function tables(indexes, records) {
  return `${NOTE}#include "protocol/generated/references.h"

static const struct index_rule rules[] = {
${indexes.map(rule).join('\n')}
};

static const uint16_t none[] = {RECORD_INDEXES};
${lists('of', records, (r) => indexes.filter((i) => i.holder === r))}
${lists('naming', records, (r) => indexes.filter((i) => i.of === r))}
const struct index_rule *index_rule(enum record_index index)
{
    return &rules[index];
}
${choose('of')}
${choose('naming')}
static const struct share shares[] = {
${records.map(shareRow).join('\n')}
};

const struct share *share_of(enum record_type type)
{
    return &shares[type];
}
`
}

function shareRow({ name, share }) {
  const by = (share?.by ?? []).map((one) => `INDEX_${upper(one.replace('.', '_'))}`)
  return `    [RECORD_${upper(name)}] = {${share?.limit ?? 0}, {${[...by, 'RECORD_INDEXES'].join(', ')}}},`
}

function rule(index) {
  const parts = [`.holder = RECORD_${upper(index.holder.name)}`]
  if (index.of) parts.push(`.of = RECORD_${upper(index.of.name)}`)
  if (index.field) parts.push(`.field = ${index.field.number}`)
  parts.push(`.kind = INDEX_BY_${KIND[index.kind]}`)
  for (const when of ['gone', 'hidden', 'binned']) if (index[when]) parts.push(`.${when} = FATE_${upper(index[when])}`)
  for (const flag of ['public', 'follows']) if (index[flag]) parts.push(`.${flag} = true`)
  if (index.mask) parts.push(`.mask = ${index.mask.map((f) => `FIELD_BIT(${f.number})`).join(' | ')}`)
  return `    [${constant(index)}] = {${parts.join(', ')}},`
}

function lists(name, records, pick) {
  const filled = records.filter((r) => pick(r).length)
  return `
${filled.map((r) => `static const uint16_t ${name}_${r.name}[] = {${pick(r).map(constant).join(', ')}, RECORD_INDEXES};`).join('\n')}

static const uint16_t *const all_${name}[] = {
${records.map((r) => `    [RECORD_${upper(r.name)}] = ${filled.includes(r) ? `${name}_${r.name}` : 'none'},`).join('\n')}
};
`
}

const choose = (name) => `
const uint16_t *indexes_${name}(enum record_type type)
{
    return all_${name}[type];
}
`
