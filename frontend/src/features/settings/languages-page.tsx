import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Radios } from '../../govuk/choices'
import { SectionPage } from './section-page'
import { sectionPage, useSettingsSection } from './use-settings-section'
import { lookup } from '../../text/lookup'

export const page = (client: QueryClient) => sectionPage(client, Languages)

const NATIONS = ['england', 'wales', 'scotland'] as const

function Languages() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSettingsSection(
    ({ nation, languages: spoken }) => ({
      nation: nation as string,
      welsh: spoken.includes('cy') ? 'yes' : 'no',
    }),
    {
      inWords: (typed) => ({
        [t('form.nation')]: lookup('common', 'nation', typed.nation),
        [t('form.languages')]: t(typed.welsh === 'yes' ? 'form.welsh' : 'form.english'),
      }),
    },
  )
  const { fields } = section
  return (
    <SectionPage
      heading={t('form.languagesHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, [], {
          part: 'languages',
          body: { nation: fields.values.nation as (typeof NATIONS)[number], welsh: fields.values.welsh === 'yes' },
        })
      }
    >
      <Radios
        name="nation"
        legend={{ text: t('form.nation'), className: 'govuk-fieldset__legend--s' }}
        hint={t('form.nationHint')}
        value={fields.values.nation}
        onChange={fields.set('nation')}
        error={fields.error('nation')}
        items={NATIONS.map((nation) => ({ value: nation, text: t(`common:nation.${nation}`) }))}
      />
      <Radios
        name="welsh"
        legend={{ text: t('form.languages'), className: 'govuk-fieldset__legend--s' }}
        value={fields.values.welsh}
        onChange={fields.set('welsh')}
        error={fields.error('welsh')}
        items={[
          { value: 'no', text: t('form.english') },
          { value: 'yes', text: t('form.welsh') },
        ]}
      />
    </SectionPage>
  )
}
