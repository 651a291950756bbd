// What tests/support/page.mjs takes of the page: its own sync code, to be used against a real server without a
// browser around it.

export { records } from '../../../protocol/generated/protocol'
export { Keys } from '../../src/sync/keys'
export { readLink } from '../../src/sync/links'
export { Session } from '../../src/sync/session'
export { Unsent } from '../../src/sync/unsent'
export { MemoryStore, memoryShelf } from './world'
