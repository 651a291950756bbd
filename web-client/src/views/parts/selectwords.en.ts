import type { Messages } from '../../i18n/messages'
import type french from './selectwords.fr'

const english: Messages<typeof french> = {
  hint: 'Arrows try, Enter confirms, Escape goes back.',
  confirm: 'Confirm',
  back: ({ label, value }) => `${label}: unchanged, ${value}.`,
}

export default english
