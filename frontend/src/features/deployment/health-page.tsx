import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ofGateway, ofService, type Finding } from './findings'
import { gatewayQuery, servicesQuery } from './queries'
import { Problem } from '../../api/problem'
import type { ServiceState } from '../../api/types'
import { Button } from '../../govuk/button'
import { SummaryList } from '../../govuk/summary-list'
import { Tag } from '../../govuk/tag'
import { requireActing } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { timeAt } from '../../text/dates'

export const page = (client: QueryClient) => ({
  loader: async () => {
    const acting = await requireActing(client)
    if (acting.kind !== 'operator') throw new Problem(404, {})
    // The page shows at once, and each part when it is there.
    void client.prefetchQuery(gatewayQuery())
    void client.prefetchQuery(servicesQuery())
    return null
  },
  Component: HealthPage,
})

/** How the deployment is, for an operator: a sentence where something is not well, and no council and no person. */
function HealthPage() {
  const { t } = useTranslation('deployment')
  const gateway = useQuery(gatewayQuery())
  const services = useQuery(servicesQuery())
  const again = () => void Promise.all([gateway.refetch(), services.refetch()])
  const checked = Math.max(gateway.dataUpdatedAt, services.dataUpdatedAt)
  const ofGate = gateway.data && ofGateway(gateway.data)
  const ofTenants = services.data && ofService(services.data.tenantService)
  const ofConversations = services.data && conversations(services.data.conversationsService, t('away'))
  const parts = [ofGate, ofTenants, ofConversations]
  const wrong = parts.flatMap((part) => part ?? []).filter(({ advice }) => advice).length
  return (
    <Page heading={t('heading')}>
      <p className="govuk-body-l" role="status">
        {parts.every(Boolean) && (wrong === 0 ? t('well') : t('wrong', { count: wrong }))}
      </p>
      {checked > 0 && <p className="govuk-body">{t('checked', { time: timeAt(new Date(checked)) })}</p>}
      {(gateway.isPending || services.isPending) && <Loading />}
      {gateway.error && <Unavailable error={gateway.error} words={t('gatewayUnread')} onAgain={again} />}
      {ofGate && <Part name={t('part.gateway')} findings={ofGate} />}
      {services.error && <Unavailable error={services.error} words={t('servicesUnread')} onAgain={again} />}
      {ofTenants && <Part name={t('part.tenant')} findings={ofTenants} />}
      {ofConversations && <Part name={t('part.conversations')} findings={ofConversations} />}
      <Button
        type="button"
        className="govuk-button--secondary"
        busy={gateway.isFetching || services.isFetching}
        onClick={again}
      >
        {t('again')}
      </Button>
    </Page>
  )
}

/** A service that does not answer has one line, with what to do. */
function conversations(state: ServiceState | undefined, away: string): Finding[] {
  return state ? ofService(state) : [{ name: '', value: '', advice: away, runbook: 'ServiceDown' }]
}

function Part({ name, findings }: { name: string; findings: Finding[] }) {
  const { t } = useTranslation('deployment')
  const wrong = findings.some(({ advice }) => advice)
  return (
    <section className="card">
      <h2 className="govuk-heading-m">
        {name} <Tag className={wrong ? 'govuk-tag--yellow' : 'govuk-tag--green'}>{t(wrong ? 'look' : 'fine')}</Tag>
      </h2>
      {findings
        .filter((finding) => !finding.name)
        .map((finding) => (
          <p className="govuk-body" key={finding.advice}>
            <Advice finding={finding} />
          </p>
        ))}
      {findings.some((finding) => finding.name) && (
        <SummaryList
          rows={findings
            .filter((finding) => finding.name)
            .map((finding) => ({
              key: finding.name,
              value: (
                <>
                  {finding.value}
                  {finding.advice && (
                    <>
                      <br />
                      <strong>
                        <Advice finding={finding} />
                      </strong>
                    </>
                  )}
                </>
              ),
            }))}
        />
      )}
    </section>
  )
}

function Advice({ finding: { advice, runbook, name } }: { finding: Finding }) {
  const { t } = useTranslation('deployment')
  return (
    <>
      {advice}
      {runbook && (
        <>
          {' '}
          <a className="govuk-link" href={paths.runbook(runbook)} target="_blank" rel="noreferrer">
            {t('runbook')}
            <span className="govuk-visually-hidden"> {name ? t('runbookFor', { name }) : t('newTab')}</span>
          </a>
        </>
      )}
    </>
  )
}
