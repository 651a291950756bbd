import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Looking } from '../../../src/views/boards/looking'
import { BoardModel } from '../../../src/views/boards/model'
import type { Scene } from '../../../src/views/boards/scene'
import { type Memory, memoryOf } from '../../../src/views/cards/memory'
import type { Camera } from '../../../src/views/parts/camera'
import { aCard, boardId, LoneSession, put } from '../../support/session'

/** A stage on which a glide has begun and not yet moved. */
class Stage {
  size = { width: 1000, height: 600 }
  camera: Camera = { x: 0, y: 0, k: 1 }
  aim = this.camera
  look(camera: Camera) {
    this.camera = camera
    this.aim = camera
  }
  glideTo(camera: Camera) {
    this.aim = camera
  }
}

function given(memory?: Partial<Memory>) {
  const session = new LoneSession([put('card', aCard(10)), put('card', aCard(11, { x: 4000, y: 3000 }))])
  const stage = new Stage()
  const model = new BoardModel(session, boardId)
  const looking = new Looking(stage as unknown as Scene, model, { ...memoryOf(session, boardId), ...memory })
  return { stage, looking }
}

const closeUp = { x: 0, y: 0, width: 400, height: 300 }

test('a board is seen whole, and stays so when the stage changes its size', () => {
  const { stage, looking } = given()
  looking.settle(false)
  assert.ok(looking.isWhole)
  stage.size = { width: 1000, height: 500 }
  looking.settle(looking.isWhole)
  assert.ok(looking.isWhole)
})

test('who is led somewhere is not taken back by a bar that comes before they have moved', () => {
  const { stage, looking } = given()
  looking.settle(false)
  looking.follow(closeUp)
  const led = stage.aim
  assert.ok(!looking.isWhole)
  looking.settle(looking.isWhole)
  looking.settle(true)
  assert.equal(stage.aim, led)
})

test('who is led before there was anything to see stays there when it comes', () => {
  const { stage, looking } = given()
  looking.follow(closeUp)
  const led = stage.aim
  looking.settle(false)
  assert.equal(stage.aim, led)
})
