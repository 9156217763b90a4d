import { useTranslation } from 'react-i18next'
import type { IntroductionQuestion } from '../../api/types'
import { Details } from '../../govuk/details'
import { SummaryList } from '../../govuk/summary-list'

/** The other council of an introduction, and how to go on from here. */
export function OtherCouncil({ other }: { other: NonNullable<IntroductionQuestion['other']> }) {
  const { t } = useTranslation('introduction')
  const { council, lead, email } = other
  return (
    <>
      <SummaryList
        rows={[
          { key: t('other.council'), value: council },
          { key: t('other.lead'), value: lead },
          {
            key: t('other.email'),
            value: (
              <a className="govuk-link breaks" href={`mailto:${email}`}>
                {email}
              </a>
            ),
          },
        ]}
      />
      <p className="govuk-body">
        {t('other.both')} {t('other.kept')}
      </p>
      <Details summary={t('other.how')}>
        <ol className="govuk-list govuk-list--number">
          {(['call', 'ask', 'visit', 'agree', 'after'] as const).map((step) => (
            <li key={step}>{t(`other.${step}`)}</li>
          ))}
        </ol>
      </Details>
    </>
  )
}
