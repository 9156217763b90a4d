import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { plainDate } from '../../text/dates'
import { useNewCouncilSteps } from './new-council-steps'
import { authoritiesQuery, councilsQuery } from './queries'

export const page = { Component: CheckAuthority }

/** Two councils have nearly the same name more often than one would think. */
function CheckAuthority() {
  const { t } = useTranslation(['council', 'common'])
  const { picked, pick } = useNewCouncilSteps()
  const navigate = useNavigate()
  const councils = useSuspenseQuery(councilsQuery()).data
  const register = useQuery(authoritiesQuery())
  if (!picked) return <Navigate to={paths.newCouncil} replace />
  const taken = councils.find((council) => council.authority === picked.code)
  const followers = (register.data ?? []).filter(({ code }) => picked.successors.includes(code))
  const back = { href: paths.newCouncil, text: t('council:checkCouncil.another') }
  return (
    <Page heading={t('council:checkCouncil.heading')} back={back}>
      <section className="card">
        <SummaryList
          className="govuk-summary-list--no-border"
          rows={[
            { key: t('council:checkCouncil.name'), value: picked.officialName },
            { key: t('council:checkCouncil.kind'), value: t(`council:kind.${picked.kind}`) },
            ...(picked.region ? [{ key: t('council:checkCouncil.region'), value: picked.region }] : []),
            { key: t('council:checkCouncil.nation'), value: t(`common:nation.${picked.nation}`) },
            ...(picked.validFrom ? [{ key: t('council:checkCouncil.since'), value: plainDate(picked.validFrom) }] : []),
            { key: t('council:checkCouncil.code'), value: picked.code },
          ]}
        />
      </section>
      {picked.validTo ? (
        <InsetText>
          <p className="govuk-body">
            <Trans
              t={t}
              i18nKey="council:checkCouncil.ended"
              values={{ name: picked.officialName, date: plainDate(picked.validTo) }}
            />
          </p>
          <div className="govuk-button-group">
            {followers.map((follower) => (
              <Button
                type="button"
                className="govuk-button--secondary"
                key={follower.code}
                onClick={() => pick(follower)}
              >
                {follower.officialName}
              </Button>
            ))}
          </div>
        </InsetText>
      ) : taken ? (
        <InsetText>
          <p className="govuk-body">
            <Trans t={t} i18nKey="council:checkCouncil.taken" values={{ name: picked.officialName }} />
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.council(taken.id)}>
              {t('council:checkCouncil.takenLink', { name: taken.name })}
            </a>
          </p>
        </InsetText>
      ) : (
        <Button type="button" onClick={() => void navigate(paths.newCouncilDetails)}>
          {t('council:checkCouncil.continue')}
        </Button>
      )}
    </Page>
  )
}
