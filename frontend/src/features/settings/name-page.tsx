import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { formErrors } from '../../page/form'
import { Input } from '../../govuk/input'
import { given } from './given'
import { SectionPage } from './section-page'
import { sectionPage, useSettingsSection } from './use-settings-section'

export const page = (client: QueryClient) => sectionPage(client, Name)

function Name() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSettingsSection(({ name: now, welshName }) => ({ name: now, welshName: welshName ?? '' }), {
    inWords: (typed) => ({ [t('form.name')]: typed.name.trim(), [t('summary.welshName')]: typed.welshName.trim() }),
    errorsOf: (error) =>
      error instanceof Problem && error.type === 'name-taken'
        ? [{ field: 'name', text: t('error.name.taken') }]
        : formErrors(error, 'settings:error'),
  })
  const { fields } = section
  const { welshName } = fields.values
  const now = fields.values.name.trim()
  return (
    <SectionPage
      heading={t('form.nameHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, now ? [] : [{ field: 'name', text: t('error.name.NotBlank') }], {
          part: 'name',
          body: { name: now, ...given({ welshName }) },
        })
      }
    >
      <Input
        label={{ text: t('form.name') }}
        hint={t('form.nameHint')}
        error={fields.error('name')}
        {...fields.text('name')}
      />
      <Input
        label={{ text: t('form.welshName') }}
        lang="cy"
        error={fields.error('welshName')}
        {...fields.text('welshName')}
      />
    </SectionPage>
  )
}
