import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Role } from '../../../../protocol/generated/protocol'
import { t } from '../../i18n/i18n'
import { deriveKey, writeLink } from '../../sync/links'
import { LinkCard } from '../access/LinkCard'

interface RoleLink {
  role: Role
  link: string
}

/** The three links a workshop is born with, derived again from the organiser's key. */
export function FirstLinks({ workshop, organiserKey }: { workshop: number; organiserKey: Uint8Array }) {
  const links = useSignal<RoleLink[]>([])
  useEffect(() => {
    void firstLinks(organiserKey, workshop).then((derived) => {
      links.value = derived
    })
  }, [workshop, organiserKey])
  if (links.value.length === 0) return <p class="loading">{t('app.loading')}</p>
  return (
    <div class="link-cards">
      {links.value.map(({ role, link }) => (
        <LinkCard key={role} role={role} link={link} />
      ))}
    </div>
  )
}

export async function firstLinks(organiser: Uint8Array, workshop: number): Promise<RoleLink[]> {
  const animator = await deriveKey(organiser, 'animator', workshop, 1)
  const participant = await deriveKey(animator, 'participant', workshop, 1)
  const screen = await deriveKey(animator, 'screen', workshop, 1)
  const { origin } = location
  return [
    { role: 'participant', link: writeLink(origin, workshop, participant) },
    { role: 'animator', link: writeLink(origin, workshop, animator) },
    { role: 'screen', link: writeLink(origin, workshop, screen, participant) },
  ]
}
