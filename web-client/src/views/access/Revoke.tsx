import { useSignal } from '@preact/signals'
import type { Invitation } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { refusalText } from '../../i18n/refusal'
import type { Session } from '../../sync/session'
import { w } from './words'

interface Props {
  session: Session
  invitation: Invitation
  name: string
  onDone(): void
}

/** Asks before an access link stops for good, and whether those who came in by it go too. */
export function Revoke({ session, invitation, name, onDone }: Props) {
  const expel = useSignal(false)
  const refusal = useSignal<string | undefined>(undefined)
  const revoke = async () => {
    const refused = await session.ask({
      type: 'revoke_invitation',
      invitation: invitation.id,
      expel: expel.value,
    })
    if (refused) refusal.value = await refusalText(refused)
    else onDone()
  }
  return (
    <section class="confirm">
      <p>
        <strong>{w('revokeTitle', { name })}</strong> {w('revokeHint')}
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={expel.value}
          onChange={(event) => {
            expel.value = event.currentTarget.checked
          }}
        />
        {w('expel')}
      </label>
      {refusal.value && (
        <p class="error" role="alert">
          {refusal.value}
        </p>
      )}
      <div class="actions">
        <button type="button" class="button danger" onClick={() => void revoke()}>
          {w('revoke')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('app.cancel')}
        </button>
      </div>
    </section>
  )
}
