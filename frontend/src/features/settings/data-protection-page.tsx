import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Input } from '../../govuk/input'
import { SectionPage } from './section-page'
import { sectionPage, useSettingsSection } from './use-settings-section'

export const page = (client: QueryClient) => sectionPage(client, DataProtection)

const DATA_PROTECTION = ['registration', 'dataProtectionEmail', 'privacyNotice'] as const

function DataProtection() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSettingsSection(
    ({ dataProtection: told }) => ({
      registration: told?.registration ?? '',
      dataProtectionEmail: told?.dataProtectionEmail ?? '',
      privacyNotice: told?.privacyNotice ?? '',
    }),
    {
      inWords: (typed) => Object.fromEntries(DATA_PROTECTION.map((field) => [t(`form.${field}`), typed[field].trim()])),
    },
  )
  const { fields } = section
  const typed = {
    registration: fields.values.registration.replaceAll(/\s/g, ''),
    dataProtectionEmail: fields.values.dataProtectionEmail.trim(),
    privacyNotice: fields.values.privacyNotice.trim(),
  }
  const faults = DATA_PROTECTION.filter((field) => !typed[field]).map((field) => ({
    field,
    text: t(`error.${field}.NotBlank`),
  }))
  return (
    <SectionPage
      heading={t('form.dataProtectionHeading')}
      section={section}
      onSubmit={(event) => section.send(event, faults, { part: 'data-protection', body: typed })}
    >
      <p className="govuk-body">{t('form.dataProtectionIntro')}</p>
      <Input
        label={{ text: t('form.registration') }}
        hint={t('form.registrationHint')}
        className="govuk-input--width-10"
        spellCheck={false}
        error={fields.error('registration')}
        {...fields.text('registration')}
      />
      <Input
        label={{ text: t('form.dataProtectionEmail') }}
        type="email"
        spellCheck={false}
        error={fields.error('dataProtectionEmail')}
        {...fields.text('dataProtectionEmail')}
      />
      <Input
        label={{ text: t('form.privacyNotice') }}
        hint={t('form.privacyNoticeHint')}
        type="url"
        spellCheck={false}
        error={fields.error('privacyNotice')}
        {...fields.text('privacyNotice')}
      />
    </SectionPage>
  )
}
