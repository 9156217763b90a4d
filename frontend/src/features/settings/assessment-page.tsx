import type { QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { FileUpload } from '../../govuk/file-upload'
import { fileError, MOST_BYTES } from './file-error'
import { dayAt, plainDate } from '../../text/dates'
import { paths } from '../../page/paths'
import { SectionPage } from './section-page'
import { sectionPage, useSettingsSection } from './use-settings-section'

export const page = (client: QueryClient) => sectionPage(client, Assessment)

function Assessment() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSettingsSection((): { assessment: File | undefined } => ({ assessment: undefined }), {
    errorsOf: (error) => [{ field: 'assessment', text: fileError(t, 'assessment', error) }],
  })
  const { fields, settings } = section
  const file = fields.values.assessment
  const fault = !file
    ? t('error.assessment.choose')
    : file.size > MOST_BYTES.assessment
      ? t('error.assessment.too-large')
      : undefined
  return (
    <SectionPage
      heading={t('form.assessmentHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, fault ? [{ field: 'assessment', text: fault }] : [], { part: 'assessment', file })
      }
    >
      <p className="govuk-body">{t('form.assessmentIntro')}</p>
      {section.home === paths.setup && <p className="govuk-body">{t('form.assessmentLater')}</p>}
      {settings.assessment && (
        <p className="govuk-body">
          <Trans
            t={t}
            i18nKey="form.assessmentHeld"
            values={{ date: plainDate(dayAt(settings.assessment.at)) }}
            // Its words come from the translation.
            // eslint-disable-next-line jsx-a11y-x/anchor-has-content
            components={{ file: <a className="govuk-link" href="/api/settings/assessment" download /> }}
          />
        </p>
      )}
      <FileUpload
        name="assessment"
        label={{ text: t('form.assessment'), className: 'govuk-label--s' }}
        hint={t('form.assessmentHint')}
        accept=".pdf,application/pdf"
        error={fields.error('assessment')}
        onChange={(event) => fields.set('assessment')(event.target.files?.[0])}
      />
    </SectionPage>
  )
}
