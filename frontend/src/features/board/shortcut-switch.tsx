import { Trans, useTranslation } from 'react-i18next'

/** Turns the shortcuts of one letter on and off. */
export function ShortcutSwitch({ on, onSwitch }: { on: boolean; onSwitch: () => void }) {
  const { t } = useTranslation('board')
  return (
    <p className="govuk-body-s shortcut">
      <Trans
        t={t}
        i18nKey={on ? 'shortcut.on' : 'shortcut.off'}
        components={{ switch: <button type="button" className="linkish" onClick={onSwitch} /> }}
      />
    </p>
  )
}
