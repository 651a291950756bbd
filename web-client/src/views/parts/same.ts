/** Whether two values of a field are the same: lists of ids are when they hold the same in the same order. */
export function same(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right
  return left.length === right.length && left.every((value, at) => value === right[at])
}
