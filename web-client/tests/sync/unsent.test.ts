import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { Unsent, unsentName, wordsIn } from '../../src/sync/unsent'
import { FakeClock, memoryShelf } from '../support/world'

const form = { place: 'new 5', name: 'Nouvelle fiche', board: 5 }
const louise = 11
const omar = 12

describe('words that were not sent', () => {
  let clock: FakeClock
  let device: ReturnType<typeof memoryShelf>
  let tab: ReturnType<typeof memoryShelf>

  beforeEach(() => {
    clock = new FakeClock()
    device = memoryShelf()
    tab = memoryShelf()
  })

  /** The page as it is loaded: by whom, in which tab. */
  const page = (person: number, inTab = tab) => {
    const shelfOf = (whose: number) => (whose === 0 ? inTab : device)
    const unsent = new Unsent({ workshop: 3, clock, shelfOf, tab: inTab })
    unsent.setPerson(person)
    return unsent
  }

  const said = (unsent: Unsent) => unsent.left.value.flatMap(wordsIn)

  test('are kept soon after they are written, and stand in their form after a reload', () => {
    page(louise).write(form, 'title', 'Une idée')
    clock.pass(300)
    const after = page(louise)
    assert.equal(after.in(form.place)?.fields.title, 'Une idée')
    assert.deepEqual(said(after), ['Une idée'])
  })

  test('are kept at once when the page goes', () => {
    const unsent = page(louise)
    unsent.write(form, 'title', 'Une idée')
    unsent.save()
    assert.deepEqual(said(page(louise)), ['Une idée'])
  })

  test('are left over when their form goes with words in it, and not before', () => {
    const unsent = page(louise)
    const hide = unsent.show(form)
    unsent.write(form, 'title', 'Une idée')
    assert.deepEqual(said(unsent), [])
    hide()
    assert.deepEqual(said(unsent), ['Une idée'])
    unsent.show(form)
    assert.deepEqual(said(unsent), [])
  })

  test('are gone once they were sent, thrown away, or are as in the beginning', () => {
    const unsent = page(louise)
    unsent.write(form, 'title', 'Une idée')
    unsent.done(form.place)
    unsent.write(form, 'title', 'Une autre')
    unsent.drop(unsent.left.value[0] as never)
    unsent.write(form, 'title', 'Avant et plus', 'Avant')
    unsent.write(form, 'title', 'Avant', 'Avant')
    unsent.save()
    assert.deepEqual(said(unsent), [])
    assert.equal(device.getItem(unsentName(3)), null)
  })

  test('of one person are not shown to another on the same device, and come back with their own', () => {
    const unsent = page(louise)
    unsent.write(form, 'title', 'De Louise')
    unsent.save()
    const other = page(omar)
    assert.deepEqual(said(other), [])
    other.write(form, 'title', 'D’Omar')
    other.save()
    assert.deepEqual(said(page(louise)), ['De Louise'])
    assert.deepEqual(said(page(omar)), ['D’Omar'])
  })

  test('of a guest end with the tab', () => {
    const unsent = page(0)
    unsent.write({ place: 'join 0', name: 'Votre nom' }, 'name', 'Louise Mor')
    unsent.save()
    assert.deepEqual(said(page(0)), ['Louise Mor'])
    assert.deepEqual(said(page(0, memoryShelf())), [])
  })

  test('of a guest are no more once they are in', () => {
    const unsent = page(0)
    unsent.write({ place: 'join 0', name: 'Votre nom' }, 'name', 'Louise Morel')
    unsent.save()
    unsent.setPerson(louise)
    assert.deepEqual(said(unsent), [])
    assert.deepEqual(said(page(0)), [])
  })

  test('are shown when it is known whose they are', () => {
    page(louise).write(form, 'title', 'Une idée')
    clock.pass(300)
    const unsent = new Unsent({ workshop: 3, clock, shelfOf: () => device, tab })
    assert.deepEqual(said(unsent), [])
    unsent.setPerson(louise)
    assert.deepEqual(said(unsent), ['Une idée'])
  })

  test('stay before whoever lost their access, who takes them along when they join anew', () => {
    const unsent = page(louise)
    unsent.write(form, 'title', 'Une idée')
    unsent.setPerson(0)
    assert.deepEqual(said(unsent), ['Une idée'])
    unsent.setPerson(omar)
    assert.deepEqual(said(unsent), ['Une idée'])
    assert.deepEqual(said(page(louise)), [])
    assert.deepEqual(said(page(omar)), ['Une idée'])
  })

  test('but who takes another key in their tab finds only what is theirs', () => {
    const unsent = page(louise)
    unsent.write(form, 'title', 'De Louise')
    unsent.setPerson(0)
    unsent.setPerson(louise)
    unsent.setPerson(omar)
    assert.deepEqual(said(unsent), [])
  })

  test('of two tabs stay apart, and those of one that is gone are taken over', () => {
    const other = memoryShelf()
    const one = page(louise)
    const two = page(louise, other)
    one.write(form, 'title', 'Du premier onglet')
    two.write(form, 'title', 'Du second')
    one.save()
    two.save()
    one.adopt(new Set([two.id]))
    assert.deepEqual(said(one), ['Du premier onglet'])
    one.adopt(new Set())
    assert.deepEqual(said(one).sort(), ['Du premier onglet', 'Du second'])
    one.save()
    assert.deepEqual(said(page(louise)).sort(), ['Du premier onglet'])
    assert.equal(JSON.parse(device.getItem(unsentName(3)) ?? '[]').length, 2)
  })

  test('what was chosen besides them comes back with them', () => {
    const unsent = page(louise)
    unsent.write(form, 'title', 'Une idée')
    unsent.choose(form, { anonymous: true })
    unsent.write(form, 'title', 'Une idée à moi')
    unsent.save()
    assert.deepEqual(page(louise).in(form.place)?.choices, { anonymous: true })
  })

  test('are taken into another form only where none stand', () => {
    const unsent = page(louise)
    const card = { place: 'card 9', name: 'Fiche', board: 5 }
    unsent.write(card, 'title', 'D’une fiche qui n’est plus')
    const [words] = unsent.left.value
    assert.ok(words && unsent.move(words, form))
    assert.equal(unsent.in(form.place)?.fields.title, 'D’une fiche qui n’est plus')
    unsent.write(card, 'title', 'D’une autre')
    const other = unsent.in(card.place)
    assert.ok(other && !unsent.move(other, form))
    assert.ok(unsent.in(card.place))
  })

  test('that were hidden come again when the page is loaded anew', () => {
    const unsent = page(louise)
    unsent.write(form, 'title', 'Une idée')
    unsent.hide(unsent.left.value)
    assert.deepEqual(said(unsent), [])
    unsent.save()
    assert.deepEqual(said(page(louise)), ['Une idée'])
  })

  test('are not kept for ever, nor without end', () => {
    const unsent = page(louise)
    for (let n = 0; n < 100; n++) {
      clock.pass(1)
      unsent.write({ ...form, place: `zone ${n} title` }, 'title', `Mot ${n}`)
    }
    unsent.write({ ...form, place: 'paste 5' }, 'lines', 'x'.repeat(500_000))
    unsent.save()
    assert.ok(unsent.unkept)
    const kept = said(page(louise))
    assert.equal(kept.length, 59)
    assert.equal(kept.at(-1), 'Mot 99')
    clock.pass(31 * 24 * 3_600_000)
    assert.deepEqual(said(page(louise)), [])
  })

  test('what a browser holds that is no such thing is passed over', () => {
    for (const strange of [
      '{',
      '{}',
      '[null, 1, {"place": "x"}]',
      '[{"place":"x","time":9e15,"fields":{"a":1}}]',
    ]) {
      device.setItem(unsentName(3), strange)
      assert.deepEqual(said(page(louise)), [])
    }
  })
})
