import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from '../../govuk/input'

/** A council's own settings, as they are typed. */
export interface SettingsForm {
  name: string
  talkingPoint: string
  contactPhone: string
  contactEmail: string
}

interface CouncilFieldsProps {
  text: (name: keyof SettingsForm) => {
    name: string
    value: string
    onChange: (event: { target: { value: string } }) => void
  }
  error: (field: keyof SettingsForm) => ReactNode
  /** Shown between the name and the other fields. */
  children?: ReactNode
}

export function CouncilFields({ text, error, children }: CouncilFieldsProps) {
  const { t } = useTranslation('council')
  return (
    <>
      <Input label={{ text: t('field.name') }} hint={t('field.nameHint')} error={error('name')} {...text('name')} />
      {children}
      <Input
        label={{ text: t('field.talkingPoint') }}
        hint={t('field.talkingPointHint')}
        error={error('talkingPoint')}
        {...text('talkingPoint')}
      />
      <Input
        label={{ text: t('field.contactPhone') }}
        hint={t('field.contactPhoneHint')}
        type="tel"
        className="govuk-input--width-20"
        error={error('contactPhone')}
        {...text('contactPhone')}
      />
      <Input
        label={{ text: t('field.contactEmail') }}
        hint={t('field.contactEmailHint')}
        type="email"
        spellCheck={false}
        error={error('contactEmail')}
        {...text('contactEmail')}
      />
    </>
  )
}

/** Leaves out what was left empty. */
export function settingsOf(form: SettingsForm) {
  return {
    name: form.name.trim(),
    ...(form.talkingPoint.trim() ? { talkingPoint: form.talkingPoint.trim() } : {}),
    ...(form.contactPhone.trim() ? { contactPhone: form.contactPhone.trim() } : {}),
    ...(form.contactEmail.trim() ? { contactEmail: form.contactEmail.trim() } : {}),
  }
}
