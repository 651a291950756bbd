// The words of a form while they are written (sync/unsent.ts): its fields show what was left in them before.
import { createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import type { Form, Unsent } from '../../sync/unsent'

export const UnsentHere = createContext(undefined as unknown as Unsent)

/** What stands in a field; reactive. */
export interface Words {
  readonly value: string
  set(words: string): void
}

export interface FormWords {
  field(name: string): Words
  /** Whether there is something to send. */
  readonly changed: boolean
  /** It was sent, or is not wanted: the fields are as in the beginning. */
  done(): void
}

/** `begun` is what the fields hold while nobody wrote in them. */
export function useUnsent<Fields extends Readonly<Record<string, string>>>(
  form: Form,
  begun: Fields,
): FormWords {
  const unsent = useContext(UnsentHere)
  const { place } = form
  useEffect(() => unsent.show({ place, name: '' }), [unsent, place])
  return {
    field: (name) => ({
      get value() {
        return unsent.in(place)?.fields[name] ?? begun[name] ?? ''
      },
      set: (words) => unsent.write(form, name, words, begun[name]),
    }),
    get changed() {
      return unsent.in(place) !== undefined
    },
    done: () => unsent.done(place),
  }
}
