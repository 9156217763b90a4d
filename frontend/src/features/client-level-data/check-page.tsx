import { useQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { SubmissionCheck } from '../../api/types'
import { Button } from '../../govuk/button'
import { Select } from '../../govuk/select'
import { useMay } from '../../page/authorities'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { monthAndYear, numberOf, plainDate, today } from '../../text/dates'
import { DownloadForm } from './download-form'
import { FailingFields, OtherFields } from './field-tables'
import { Months } from './months'
import { chosenQuarter, lastMonthOf, quartersUntil } from './quarters'
import { checkQuery } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'figures:read')
    return null
  },
  Component: CheckPage,
})

/** The check of the file for the national return, and the file for those who may read conversations. */
function CheckPage() {
  const { t } = useTranslation('client-level-data')
  const [params] = useSearchParams()
  const quarter = chosenQuarter(params.get('quarter'), today())
  const { data, error, isPending, refetch } = useQuery(checkQuery(quarter))
  return (
    <Page heading={t('heading')} back={{ href: paths.insights, text: t('back') }} wide>
      <p className="govuk-body">{t('intro')}</p>
      <p className="govuk-body">{t('requests')}</p>
      <Quarters key={quarter} chosen={quarter} />
      {isPending && <Loading />}
      {error && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {data && <Result check={data} quarter={quarter} />}
    </Page>
  )
}

function Quarters({ chosen }: { chosen: string }) {
  const { t } = useTranslation('client-level-data')
  const navigate = useNavigate()
  const quarters = quartersUntil(today())

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void navigate(paths.clientLevelData(String(new FormData(event.currentTarget).get('quarter'))))
  }

  return (
    <form className="not-printed" noValidate onSubmit={show}>
      <Select
        name="quarter"
        label={{ text: t('quarter'), className: 'govuk-label--s' }}
        hint={t('quarterHint')}
        defaultValue={chosen}
        items={(quarters.includes(chosen) ? quarters : [chosen, ...quarters]).map((quarter) => ({
          value: quarter,
          text: t('months', { from: monthAndYear(quarter), to: monthAndYear(lastMonthOf(quarter)) }),
        }))}
      />
      <Button className="govuk-button--secondary">{t('show')}</Button>
    </form>
  )
}

function Result({ check, quarter }: { check: SubmissionCheck; quarter: string }) {
  const { t } = useTranslation('client-level-data')
  const may = useMay()
  const { stated, events, people } = check
  return (
    <>
      <h2 className="govuk-heading-m">
        {t('period', { from: monthAndYear(stated.from), to: monthAndYear(stated.to) })}
      </h2>
      <p className="govuk-body">{t('checked', { date: plainDate(check.today) })}</p>
      {events === 0 ? (
        <p className="govuk-body-l">{t('empty')}</p>
      ) : (
        <>
          <p className="govuk-body-l">
            {t('events', { count: events, number: numberOf(events) })}{' '}
            {t('people', { count: people, number: numberOf(people) })}
          </p>
          <FailingFields check={check} />
          <OtherFields check={check} />
          <Months check={check} />
          {may('conversation:read') ? (
            <DownloadForm key={quarter} quarter={quarter} />
          ) : (
            <p className="govuk-body">{t('download.practitioners')}</p>
          )}
        </>
      )}
    </>
  )
}
