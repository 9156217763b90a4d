import { useTranslation } from 'react-i18next'

/** Turns the shortcuts of one letter on and off. */
export function ShortcutSwitch({ on, onSwitch }: { on: boolean; onSwitch: () => void }) {
  const { t } = useTranslation('board')
  return (
    <p className="govuk-body-s shortcut">
      <span>{t(on ? 'shortcut.on' : 'shortcut.off')}</span>{' '}
      <button type="button" className="linkish" onClick={onSwitch}>
        {t(on ? 'shortcut.turnOff' : 'shortcut.turnOn')}
      </button>
    </p>
  )
}
