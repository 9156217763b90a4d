import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { ConflictTable } from '../../page/conflict-table'
import { FormSummary } from '../../page/form'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import type { useSettingsSection } from './use-settings-section'

/** The form of one section of the settings, with its errors and its button. */
export function SectionPage({
  heading,
  section,
  onSubmit,
  children,
}: {
  heading: string
  section: ReturnType<typeof useSettingsSection>
  onSubmit: (event: FormEvent) => void
  children: ReactNode
}) {
  const { t } = useTranslation(['settings', 'common'])
  const back = section.home === paths.setup ? t('common:backToSetUp') : t('common:backToSettings')
  return (
    <Page heading={heading} back={{ href: section.home, text: back }} wrong={section.fields.wrong}>
      <FormSummary errors={section.fields.errors} />
      {section.different && <ConflictTable details={section.different} />}
      <form noValidate onSubmit={onSubmit}>
        {children}
        <Button busy={section.busy}>{t(section.busy ? 'settings:summary.saving' : 'settings:summary.save')}</Button>
      </form>
    </Page>
  )
}
