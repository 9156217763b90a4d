import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupportGrant } from '../../api/types'
import { SupportStatusTag } from './support-status'
import { useDecideOnSupport } from './queries'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { SummaryList } from '../../govuk/summary-list'
import { useMay } from '../../page/authorities'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { dayAndTime } from '../../text/dates'

/** Requests for support access and what was decided, the latest first. A lead decides here. */
export function SupportList({ grants }: { grants: SupportGrant[] }) {
  const { t } = useTranslation('support')
  if (grants.length === 0) return <p className="govuk-body">{t('none')}</p>
  return (
    <ul className="govuk-list">
      {grants.map((grant) => (
        <li key={grant.id}>
          <Grant grant={grant} />
        </li>
      ))}
    </ul>
  )
}

function Grant({ grant }: { grant: SupportGrant }) {
  const { t } = useTranslation('support')
  const may = useMay()
  return (
    <>
      <h3 className="govuk-heading-s">{t('one', { name: grant.askedByName, at: dayAndTime(grant.askedAt) })}</h3>
      <GrantFacts grant={grant} />
      {may('member:write') && (grant.status === 'asked' || grant.status === 'approved') && <Decision grant={grant} />}
    </>
  )
}

export function GrantFacts({ grant }: { grant: SupportGrant }) {
  const { t } = useTranslation('support')
  return (
    <SummaryList
      rows={[
        { key: t('fact.status'), value: <SupportStatusTag status={grant.status} /> },
        { key: t('fact.reason'), value: <span className="breaks">{grant.reason}</span> },
        { key: t('fact.hours'), value: t('hours', { count: grant.hours }) },
        ...(grant.startsAt
          ? [{ key: t('fact.sees'), value: t(grant.residents ? 'sees.residents' : 'sees.noResidents') }]
          : []),
        ...(grant.decidedByName ? [{ key: t('fact.decidedBy'), value: grant.decidedByName }] : []),
        ...(grant.endsAt
          ? [
              {
                key: t(grant.status === 'approved' ? 'fact.endsAt' : 'fact.endedAt'),
                value: dayAndTime(grant.endsAt),
              },
            ]
          : []),
        ...(grant.endedByName ? [{ key: t('fact.endedBy'), value: grant.endedByName }] : []),
      ]}
    />
  )
}

function Decision({ grant }: { grant: SupportGrant }) {
  const { t } = useTranslation('support')
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const [residents, setResidents] = useState<string[]>([])
  const decide = useDecideOnSupport(grant.id)
  const failed = { onError: (error: Error) => form.fail([{ text: problemText(error) }]) }
  const hidden = <span className="govuk-visually-hidden"> {t('ofOperator', { name: grant.askedByName })}</span>
  return (
    <>
      <FormSummary errors={form.errors} />
      {grant.status === 'asked' ? (
        <>
          <Checkboxes
            name={`residents-${grant.id}`}
            values={residents}
            onChange={setResidents}
            items={[{ value: 'residents', text: t('allowResidents'), hint: t('allowResidentsHint') }]}
          />
          <div className="govuk-button-group">
            <Button
              type="button"
              busy={decide.isPending}
              onClick={() => decide.mutate({ kind: 'approve', residents: residents.length > 0 }, failed)}
            >
              {t('approve')}
              {hidden}
            </Button>
            <Button
              type="button"
              className="govuk-button--secondary"
              busy={decide.isPending}
              onClick={() => decide.mutate({ kind: 'decline' }, failed)}
            >
              {t('decline')}
              {hidden}
            </Button>
          </div>
        </>
      ) : (
        <Button
          type="button"
          className="govuk-button--warning"
          busy={decide.isPending}
          onClick={() => decide.mutate({ kind: 'end' }, failed)}
        >
          {t('end')}
          {hidden}
        </Button>
      )}
    </>
  )
}
