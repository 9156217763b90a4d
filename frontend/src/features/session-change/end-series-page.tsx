import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useNavigate, useOutletContext, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Series } from '../../api/types'
import { PreviewFirst } from './preview-first'
import { seriesQuery } from '../series/queries'
import { dateFault } from '../series/series-form'
import { Button } from '../../govuk/button'
import { DateInput } from '../../govuk/date-input'
import { dayOf, NO_DATE, type DateParts } from '../../govuk/date-parts'
import { SummaryList } from '../../govuk/summary-list'
import { Textarea } from '../../govuk/textarea'
import { faultErrors, formErrors, FormSummary, type FormError } from '../../page/form'
import { useFormStep, type Refusals } from '../../page/form-step'
import { Page } from '../../page/page'
import { reasonFault } from '../../page/reason'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority, pathParam } from '../../page/guards'
import { longDate, plainDate, today } from '../../text/dates'
import { paths } from '../../page/paths'

interface EndForm {
  last: DateParts
  reason: string
}

interface Steps extends Refusals {
  series: Series
  typed: EndForm
  keep: (typed: EndForm) => void
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'session:write')
    return client.fetchQuery({ ...seriesQuery(pathParam(args, 'seriesId')), staleTime: 0 })
  },
  Component: EndSeries,
})
export const ask = { Component: Ask }
export const check = { Component: Check }

function EndSeries() {
  const seriesId = pathParam({ params: useParams() }, 'seriesId')
  const { data: series } = useSuspenseQuery(seriesQuery(seriesId))
  const [typed, keep] = useState<EndForm>({ last: NO_DATE, reason: '' })
  const [refused, refuse] = useState<FormError<string>[]>([])
  return <Outlet context={{ series, typed, keep, refused, refuse } satisfies Steps} />
}

function faults({ last, reason }: EndForm): { field: string; key: string }[] {
  const found = []
  const wrong = dateFault(last)
  if (wrong) found.push({ field: 'last-day', key: `last.${wrong}` })
  const fault = reasonFault(reason)
  if (fault) found.push({ field: 'reason', key: `reason.${fault}` })
  return found
}

function Ask() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const { series, typed, keep, refused, refuse } = useOutletContext<Steps>()
  const navigate = useNavigate()
  const form = useFormStep(typed, { refused, refuse })

  function send(event: FormEvent) {
    event.preventDefault()
    keep(form.values)
    if (form.fail(faultErrors('session-change', faults(form.values)))) return
    void navigate(paths.checkEndSeries(series.id))
  }

  return (
    <Page
      heading={t('end.heading')}
      caption={`${series.kind ?? t('series:unnamed')}, ${series.hubName}`}
      back={{ href: paths.series(series.id) }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <DateInput
          id="last"
          legend={{ text: t('end.last'), className: 'govuk-fieldset__legend--s' }}
          hint={t('end.lastHint', { date: plainDate(today()) })}
          error={form.error('last-day')}
          value={form.values.last}
          onChange={form.set('last')}
        />
        <Textarea
          label={{ text: t('end.reason'), className: 'govuk-label--s' }}
          hint={t('cancel.hint')}
          rows={2}
          error={form.error('reason')}
          {...form.text('reason')}
        />
        <Button>{t('common:continue')}</Button>
      </form>
    </Page>
  )
}

function Check() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const { series, typed, refuse } = useOutletContext<Steps>()
  const navigate = useNavigate()
  const home = paths.series(series.id)
  const back = `${home}/end`
  if (faults(typed).length > 0) return <Navigate to={back} replace />
  const last = dayOf(typed.last)
  const reason = typed.reason.trim()
  return (
    <PreviewFirst
      action={{ kind: 'end', seriesId: series.id, body: { last, reason } }}
      heading={t('end.check')}
      caption={`${series.kind ?? t('series:unnamed')}, ${series.hubName}`}
      back={back}
      act={{ still: t('end.send'), busy: t('end.sending'), warning: true }}
      keep={{ href: home, text: t('end.keep') }}
      errorsOf={(problem) => formErrors(problem, 'session-change:error', { last: 'last-day', until: 'last-day' })}
      refuse={refuse}
      done={(outcome) => {
        flashOnNextPage(home, t('done.ended', { date: longDate(last), count: outcome.sessions.length }))
        void navigate(home)
      }}
    >
      <SummaryList
        rows={[
          {
            key: t('end.last'),
            value: longDate(last),
            actions: [{ text: t('common:change'), href: `${back}#last-day`, hidden: t('end.hiddenLast') }],
          },
          {
            key: t('row.reason'),
            value: reason,
            actions: [{ text: t('common:change'), href: `${back}#reason`, hidden: t('row.hiddenReason') }],
          },
        ]}
      />
    </PreviewFirst>
  )
}
