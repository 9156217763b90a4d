import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Input } from '../../govuk/input'
import { SectionPage } from './section-page'
import { sectionPage, useSettingsSection } from './use-settings-section'

export const page = (client: QueryClient) => sectionPage(client, Labels)

const WORDS = ['talkingPoint', 'talkingPoints', 'hub', 'hubs', 'conversation', 'conversations'] as const

function Labels() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSettingsSection(({ labels: words }) => ({ ...words }), {
    inWords: (typed) => ({
      [t('form.talkingPoint')]: [typed.talkingPoint, typed.talkingPoints].join(', '),
      [t('form.hub')]: [typed.hub, typed.hubs].join(', '),
      [t('form.conversation')]: [typed.conversation, typed.conversations].join(', '),
    }),
  })
  const { fields } = section
  const { values } = fields
  const faults = WORDS.filter((word) => !values[word].trim() || values[word].trim().length > 60).map((field) => ({
    field,
    text: t('error.label'),
  }))
  return (
    <SectionPage
      heading={t('form.labelsHeading')}
      section={section}
      onSubmit={(event) => section.send(event, faults, { part: 'labels', body: { ...values } })}
    >
      <p className="govuk-body">{t('form.labelsHint')}</p>
      {WORDS.map((word) => (
        <Input
          key={word}
          label={{ text: t(`form.${word}`) }}
          className="govuk-input--width-20"
          error={fields.error(word)}
          {...fields.text(word)}
        />
      ))}
    </SectionPage>
  )
}
