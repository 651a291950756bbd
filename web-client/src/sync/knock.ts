// Whether a key still opens a workshop, found out by knocking with it. Nobody is joined, nothing is kept.
import { SCHEMA, VERSION } from '../../../protocol/generated/protocol'
import { type Clock, Connection, type Socket } from './connection'

/** Waits for the network where there is none. */
export function opens(
  open: (subprotocol: string) => Socket,
  clock: Clock,
  workshop: number,
  key: Uint8Array,
): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = new Connection(open, clock, {
      hello: () => ({
        type: 'hello',
        version: VERSION,
        schema: SCHEMA,
        workshop,
        key,
        epoch: 0,
        seq: 0,
        mark: 0,
        unpacks: false,
      }),
      receive: ({ type }) => {
        if (type !== 'welcome') return
        connection.stop()
        resolve(true)
      },
      settled: () => {},
      point: () => undefined,
      down: () => {},
      ended: () => resolve(false),
    })
    connection.start()
  })
}
