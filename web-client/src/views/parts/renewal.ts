// What loads a page of another version anew, and what it says meanwhile.
import { renewal } from '../../browser'
import { t } from '../../i18n/i18n'

export const pageRenewal = () => renewal(() => ({ text: t('app.outdated'), label: t('app.reload') }))
