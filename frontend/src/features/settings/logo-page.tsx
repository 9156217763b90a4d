import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '../../govuk/file-upload'
import { fileError, MOST_BYTES } from './file-error'
import { Button } from '../../govuk/button'
import { LogoShown } from './logo-shown'
import { SectionPage } from './section-page'
import { sectionPage, useSettingsSection } from './use-settings-section'

export const page = (client: QueryClient) => sectionPage(client, Logo)

function Logo() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSettingsSection((): { logo: File | undefined } => ({ logo: undefined }), {
    errorsOf: (error) => [{ field: 'logo', text: fileError(t, 'logo', error) }],
    savedText: (saved) => t(saved.logo?.pale ? 'form.logoSaved' : 'summary.saved'),
  })
  const { fields, settings } = section
  const file = fields.values.logo
  const fault = !file
    ? t('error.logo.choose')
    : file.size === 0
      ? t('error.logo.empty')
      : file.size > MOST_BYTES.logo
        ? t('error.logo.too-large')
        : undefined
  return (
    <SectionPage
      heading={t('form.logoHeading')}
      section={section}
      onSubmit={(event) => section.send(event, fault ? [{ field: 'logo', text: fault }] : [], { part: 'logo', file })}
    >
      <p className="govuk-body">{t('form.logoIntro')}</p>
      {settings.logo && (
        <section className="logo-now" aria-label={t('form.logoNow')}>
          <LogoShown settings={settings} />
          <Button
            type="button"
            className="govuk-button--secondary"
            busy={section.busy}
            onClick={(event) => section.send(event, [], { part: 'logo', file: undefined })}
          >
            {t('form.logoRemove')}
          </Button>
        </section>
      )}
      <FileUpload
        name="logo"
        label={{ text: t(settings.logo ? 'form.logoAnother' : 'form.logo'), className: 'govuk-label--s' }}
        hint={t('form.logoHint')}
        accept=".png,.svg,image/png,image/svg+xml"
        error={fields.error('logo')}
        onChange={(event) => fields.set('logo')(event.target.files?.[0])}
      />
    </SectionPage>
  )
}
