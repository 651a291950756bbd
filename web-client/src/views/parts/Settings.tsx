import { language, t } from '../../i18n/i18n'
import { chooseLanguage, chooseTheme, type Theme, theme } from '../../preferences'
import { Choice } from './Field'

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const

/** Language and appearance. A switch keeps everything else where it is. */
export function Settings() {
  const themes: { value: Theme; label: string }[] = [
    { value: 'auto', label: t('settings.auto') },
    { value: 'light', label: t('settings.light') },
    { value: 'dark', label: t('settings.dark') },
  ]
  return (
    <div class="settings">
      <Choice
        label={t('settings.language')}
        value={language.value}
        options={languages}
        onChoose={(next) => void chooseLanguage(next)}
      />
      <Choice label={t('settings.theme')} value={theme.value} options={themes} onChoose={chooseTheme} />
    </div>
  )
}
