import { startApp } from './app'

void startApp(document.getElementById('page') as HTMLElement)
