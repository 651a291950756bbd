import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import type { Notice } from '../../sync/workshop'
import { Icon } from '../parts/Icon'
import { lazy } from '../parts/lazy'
import { sentenceOf } from '../parts/notice'

const RefusedWords = lazy(() => import('../refused/RefusedWords'))
const UnsentWords = lazy(() => import('../refused/UnsentWords'), { quiet: true })

const eventStays = 9_000
/** One can still press something in it. */
const offerStays = 20_000
/** While somebody is at the notices they all stay, and are asked again, ms. */
const again = 3_000

/** Sentences in the corner. Events leave by themselves unless they are being read; the others stay, and what
 * was refused with them. */
export default function Notices({ session }: { session: Session }) {
  return (
    <section class="notices" aria-label={t('app.notices')}>
      {session.notices.value.map((notice) => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          onDismiss={() => session.dismiss(notice.id)}
          onAgain={() => session.tryAgain(notice.id)}
        />
      ))}
      {session.unsent.left.value.length > 0 && <UnsentWords unsent={session.unsent} session={session} />}
    </section>
  )
}

interface CardProps {
  notice: Notice
  onDismiss(): void
  onAgain(): void
}

function NoticeCard({ notice, onDismiss, onAgain }: CardProps) {
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (notice.kind !== 'event') return
    let timer: ReturnType<typeof setTimeout>
    const wait = (ms: number) => {
      timer = setTimeout(() => (isNear(card.current) ? wait(again) : onDismiss()), ms)
    }
    wait(notice.action ? offerStays : eventStays)
    return () => clearTimeout(timer)
  }, [notice.id])
  return (
    <div ref={card} class={`notice ${notice.kind}`}>
      <Icon name={notice.kind === 'event' ? 'info' : 'message-square-warning'} />
      <p>{sentenceOf(notice)}</p>
      {notice.action && <Action action={notice.action} onDone={onDismiss} />}
      <button type="button" class="button quiet icon-only" onClick={onDismiss}>
        <Icon name="x" />
        <span class="unseen">{t('app.dismiss')}</span>
      </button>
      {notice.kept && <RefusedWords kept={notice.kept} onAgain={onAgain} />}
    </div>
  )
}

/** Whether a pointer or the keyboard is at one of the notices. */
function isNear(card: Element | null): boolean {
  return card?.closest('.notices')?.matches(':hover, :focus-within') ?? false
}

function Action({ action, onDone }: { action: NonNullable<Notice['action']>; onDone(): void }) {
  const run = () => {
    action.run()
    onDone()
  }
  return (
    <button type="button" class="button" onClick={run}>
      {action.label}
    </button>
  )
}
