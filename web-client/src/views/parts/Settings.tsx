import { language, t } from '../../i18n/i18n'
import { chooseLanguage, chooseTheme, type Theme, theme } from '../../preferences'

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
      <Switch
        label={t('settings.language')}
        value={language.value}
        options={languages}
        onChoose={(next) => void chooseLanguage(next)}
      />
      <Switch label={t('settings.theme')} value={theme.value} options={themes} onChoose={chooseTheme} />
    </div>
  )
}

interface SwitchProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChoose(value: Value): void
}

/** All there is to choose from, in sight: each acts when it is pressed. */
export function Switch<Value extends string>({ label, value, options, onChoose }: SwitchProps<Value>) {
  return (
    <fieldset class="switch">
      <legend>{label}</legend>
      {options.map((one) => (
        <button
          key={one.value}
          type="button"
          aria-pressed={one.value === value}
          onClick={() => onChoose(one.value)}
        >
          {one.label}
        </button>
      ))}
    </fieldset>
  )
}
