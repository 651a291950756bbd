import { render } from 'preact'
import { Icon } from './views/parts/Icon'

render(<Icon name="check" />, document.getElementById('page') as HTMLElement)
