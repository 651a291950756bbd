import { type Color, choices } from '../../../../protocol/generated/protocol'

/** The palette in its order. */
export const colors = Object.keys(choices.color ?? {}) as Color[]
