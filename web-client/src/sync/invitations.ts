// Which key belongs to an access link, as far as this browser can know: derived when it stands below the first
// animator's key or the organiser's, else kept if it was made here, else unknown.
import type { Invitation, Role } from '../../../protocol/generated/protocol'
import { randomKey } from './bytes'
import type { Keys } from './keys'
import { deriveKey, firstRandomNumber, lastNumber } from './links'

export interface KeyTree {
  workshop: number
  organiser: Uint8Array | undefined
  /** The first animator's key. */
  animator: Uint8Array | undefined
}

/** What somebody with this role and this way in may derive from. */
export async function keyTree(
  keys: Keys,
  workshop: number,
  role: Role | 'guest',
  cameBy: Invitation | undefined,
): Promise<KeyTree> {
  if (role === 'organiser') {
    const organiser = keys.current()
    return {
      workshop,
      organiser,
      animator: organiser && (await deriveKey(organiser, 'animator', workshop, 1)),
    }
  }
  const first = cameBy?.role === 'animator' && cameBy.number === 1
  return { workshop, organiser: undefined, animator: first ? keys.get('animator') : undefined }
}

/** The key of a link of this role and number; undefined when it does not grow on this tree. */
export async function treeKey(tree: KeyTree, role: Role, number: number): Promise<Uint8Array | undefined> {
  if (number >= firstRandomNumber) return undefined
  if (role === 'animator' && number === 1 && tree.animator) return tree.animator
  const parent = role === 'animator' ? tree.organiser : tree.animator
  return parent && deriveKey(parent, role, tree.workshop, number)
}

/** The number and key of a new link: the next on the tree, or a random one. */
export async function newKey(
  tree: KeyTree,
  role: Role,
  taken: readonly number[],
): Promise<{ number: number; key: Uint8Array; random: boolean }> {
  const next = Math.max(0, ...taken.filter((number) => number < firstRandomNumber)) + 1
  const key = await treeKey(tree, role, next)
  if (key) return { number: next, key, random: false }
  const span = lastNumber - firstRandomNumber
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1))
  return { number: firstRandomNumber + (chance % span), key: randomKey(), random: true }
}
