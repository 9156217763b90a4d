import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { GrantFacts } from './support-list'
import { supportOfQuery } from './queries'
import { ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { unreadable } from '../../page/problem-text'
import { dayAndTime } from '../../text/dates'

/** The operator's view of support access to one council: the state, and the way to ask. */
export function CouncilSupport({ councilId }: { councilId: string }) {
  const { t } = useTranslation('support')
  const grants = useQuery(supportOfQuery(councilId))
  const latest = grants.data?.[0]
  const open = latest?.status === 'asked' || latest?.status === 'approved'
  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('heading')}</h2>
      <p className="govuk-body">{t('operatorIntro')}</p>
      {grants.isError && <InsetText role="alert">{unreadable(grants.error, t('unavailable'))}</InsetText>}
      {grants.isLoading && <Loading />}
      {grants.data && !latest && <p className="govuk-body">{t('none')}</p>}
      {latest && (
        <>
          <h3 className="govuk-heading-s">{t('one', { name: latest.askedByName, at: dayAndTime(latest.askedAt) })}</h3>
          <GrantFacts grant={latest} />
          {latest.status === 'approved' && <p className="govuk-body">{t('howToEnter')}</p>}
        </>
      )}
      {grants.data && !open && (
        <ButtonLink className="govuk-button--secondary" href={paths.askForSupport(councilId)}>
          {t('ask.link')}
        </ButtonLink>
      )}
    </section>
  )
}
