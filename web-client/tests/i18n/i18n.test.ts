import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import { commands, type RefusedMessage, refusals } from '../../../protocol/generated/protocol'
import { messages as en } from '../../src/i18n/en'
import fr from '../../src/i18n/fr'
import { language, preferredLanguage, setLanguage, t } from '../../src/i18n/i18n'
import { refusalText } from '../../src/i18n/refusal'
import { bindSpaces } from '../../src/i18n/typography'

const refused = (part: Partial<RefusedMessage>): RefusedMessage => ({
  type: 'refused',
  client: 1,
  counter: 1,
  refusal: 0,
  command: 0,
  field: 0,
  limit: 0,
  line: 0,
  ...part,
})

afterEach(() => setLanguage('fr'))

describe('words', () => {
  test('are the chosen ones, else the browser’s, else French', () => {
    assert.equal(preferredLanguage('en', ['fr-FR']), 'en')
    assert.equal(preferredLanguage(null, ['de-DE', 'en-GB', 'fr']), 'en')
    assert.equal(preferredLanguage('xx', ['de']), 'fr')
    assert.equal(preferredLanguage(null, []), 'fr')
  })

  test('change with the language', async () => {
    assert.equal(t('status.waiting', { n: 1 }), '1 contribution en attente')
    assert.equal(t('status.waiting', { n: 0 }), '0 contribution en attente')
    await setLanguage('en')
    assert.equal(language.value, 'en')
    assert.equal(t('status.waiting', { n: 0 }), '0 contributions waiting')
  })

  test('say something in every language', () => {
    for (const dictionary of [fr, en]) {
      for (const [key, sentence] of Object.entries(dictionary)) {
        assert.ok(typeof sentence === 'function' || sentence.trim() !== '', key)
      }
    }
    assert.deepEqual(Object.keys(en).sort(), Object.keys(fr).sort())
  })
})

describe('French', () => {
  test('does not break a line before its double signs or inside its quotation marks', () => {
    assert.equal(
      bindSpaces('« Port » : qui ? Vous ! Bon ; http://a'),
      '«\u00a0Port\u00a0»\u00a0: qui\u00a0? Vous\u00a0! Bon\u00a0; http://a',
    )
  })
})

describe('a refusal', () => {
  test('names the field and its limit in the person’s language', async () => {
    const tooLong = refused({
      refusal: refusals.field_too_long,
      command: commands.add_card.number,
      field: 3,
      limit: 240,
    })
    assert.equal(
      await refusalText(tooLong),
      'Trop long\u00a0: le titre de la fiche ne peut dépasser 240 octets.',
    )
    await setLanguage('en')
    assert.equal(await refusalText(tooLong), 'Too long: the card’s title may not exceed 240 bytes.')
  })

  test('begins with a capital, whatever it names first', async () => {
    await setLanguage('en')
    const missing = refused({ refusal: refusals.field_missing, command: commands.join.number, field: 2 })
    assert.equal(await refusalText(missing), 'The name is missing.')
  })

  test('names the line of a roll', async () => {
    const bad = refused({
      refusal: refusals.roll_no_name,
      command: commands.create_workshop.number,
      line: 12,
    })
    assert.equal(await refusalText(bad), 'Ligne 12\u00a0: la personne n’a pas de nom.')
  })

  test('unknown to this page is still a sentence', async () => {
    assert.equal(await refusalText(refused({ refusal: 9999 })), 'Votre rôle ne permet pas cette action.')
  })
})
