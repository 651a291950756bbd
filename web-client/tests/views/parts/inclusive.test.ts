import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inFull } from '../../../src/views/parts/inclusive'

const read = {
  Élu·e: 'Élu ou Élue',
  Élu·es: 'Élus ou Élues',
  'Élu·e·s : proches': 'Élus ou Élues : proches',
  'Agent·e de collectivité': 'Agent ou Agente de collectivité',
  'Acteur·ice socio-économique': 'Acteur ou Actrice socio-économique',
  acteur·rices: 'acteurs ou actrices',
  animateur·trice: 'animateur ou animatrice',
  'Chaque référent·e dit': 'Chaque référent ou référente dit',
  citoyen·nes: 'citoyens ou citoyennes',
  professionnel·le·s: 'professionnels ou professionnelles',
  danseur·euse: 'danseur ou danseuse',
  sportif·ve: 'sportif ou sportive',
  premier·ère: 'premier ou première',
  heureux·se: 'heureux ou heureuse',
  tous·tes: 'tous ou toutes',
}

test('a word with a point is read in full', () => {
  for (const [written, full] of Object.entries(read)) assert.equal(inFull(written), full)
})

test('another point is left alone', () => {
  for (const text of ['a · b', 'col·lectiu', '3·4', 'archipel·exemple', 'Élu · e'])
    assert.equal(inFull(text), text)
})
