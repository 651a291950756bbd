// Notices and the state of the connection are read out, each once.
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../i18n/i18n'
import type { Session } from '../../sync/session'
import { sentenceOf } from '../parts/notice'
import { say } from '../parts/say'
import { listen } from '../parts/voice'

/** A connection that is back before this was not worth a word, ms. */
const lastsAtLeast = 1_500

export function useNoticesSaid({ notices, status, ready }: Session): void {
  const heard = useRef(0)
  const offline = status.value === 'offline' && ready.value
  useEffect(listen, [])
  useEffect(() => {
    for (const notice of notices.value) if (notice.id > heard.current) say(sentenceOf(notice))
    heard.current = notices.value.at(-1)?.id ?? heard.current
  }, [notices.value])
  useEffect(() => {
    if (!offline) return
    const timer = setTimeout(() => say(`${t('status.offline')}. ${t('status.nothingLost')}`), lastsAtLeast)
    return () => clearTimeout(timer)
  }, [offline])
}
