// What loads a page of another version anew, in the words of the close that says so.
import { renewal } from '../../browser'
import { closeText, t } from '../../i18n/i18n'

export const pageRenewal = () => renewal(() => ({ text: closeText('wrong_version'), label: t('app.reload') }))
