import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Input } from '../../govuk/input'
import { Textarea } from '../../govuk/textarea'
import { given } from './given'
import { SectionPage } from './section-page'
import { sectionPage, useSettingsSection } from './use-settings-section'

export const page = (client: QueryClient) => sectionPage(client, Contact)

const CONTACT = ['contactPhone', 'contactHours', 'contactEmail', 'contactAddress', 'relayNumber', 'complaints'] as const

function Contact() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSettingsSection(
    ({ contact: reach }) => ({
      contactPhone: reach.contactPhone ?? '',
      contactEmail: reach.contactEmail ?? '',
      contactHours: reach.contactHours ?? '',
      contactAddress: reach.contactAddress.join('\n'),
      relayNumber: reach.relayNumber ?? '',
      complaints: reach.complaints ?? '',
    }),
    { inWords: (typed) => Object.fromEntries(CONTACT.map((field) => [t(`summary.${field}`), typed[field].trim()])) },
  )
  const { fields } = section
  const { contactAddress, ...rest } = fields.values
  const lines = contactAddress
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const reached = rest.contactPhone.trim() || rest.contactEmail.trim()
  return (
    <SectionPage
      heading={t('form.contactHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, reached ? [] : [{ field: 'contactPhone', text: t('error.reach') }], {
          part: 'contact',
          body: { ...given(rest), contactAddress: lines },
        })
      }
    >
      <Input
        label={{ text: t('form.contactPhone') }}
        type="tel"
        className="govuk-input--width-20"
        error={fields.error('contactPhone')}
        {...fields.text('contactPhone')}
      />
      <Input
        label={{ text: t('form.contactHours') }}
        hint={t('form.contactHoursHint')}
        error={fields.error('contactHours')}
        {...fields.text('contactHours')}
      />
      <Input
        label={{ text: t('form.contactEmail') }}
        type="email"
        spellCheck={false}
        error={fields.error('contactEmail')}
        {...fields.text('contactEmail')}
      />
      <Textarea
        label={{ text: t('form.contactAddress') }}
        hint={t('form.contactAddressHint')}
        error={fields.error('contactAddress')}
        {...fields.text('contactAddress')}
      />
      <Input
        label={{ text: t('form.relayNumber') }}
        hint={t('form.relayNumberHint')}
        error={fields.error('relayNumber')}
        {...fields.text('relayNumber')}
      />
      <Textarea
        label={{ text: t('form.complaints') }}
        error={fields.error('complaints')}
        {...fields.text('complaints')}
      />
    </SectionPage>
  )
}
