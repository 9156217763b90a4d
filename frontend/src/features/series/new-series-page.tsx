import { keepPreviousData, useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useNavigate, useOutletContext, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { NewSeries, SeriesPreview } from '../../api/types'
import { hubQuery } from '../hub/queries'
import { PreviewTable } from './preview-table'
import { seriesPreviewQuery, useCreateSeries } from './queries'
import { useRepeatsInWords } from './recurrence'
import { roomInWords, TimeFields, useStaffInWords, WhatFields, WhenFields } from './series-fields'
import { EMPTY_SERIES, seriesFaults, seriesOf, type SeriesForm } from './series-form'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { Loading } from '../../page/loading'
import { flashOnNextPage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import { timeRange } from '../../text/dates'
import { paths } from '../../page/paths'
import { lookup } from '../../text/lookup'
import { Unavailable } from '../../page/unavailable'

/** The typed and chosen values, kept from one step to the other in both directions. */
interface Steps {
  hubId: string
  typed: SeriesForm
  keep: (typed: SeriesForm) => void
  /** Days that were skipped (false) or kept (true) by hand. */
  chosen: Record<string, boolean>
  choose: (chosen: Record<string, boolean>) => void
  refused: FormError<string>[]
  refuse: (errors: FormError<string>[]) => void
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    return client.ensureQueryData(hubQuery(pathParam(args, 'hubId')))
  },
  Component: NewSeriesSteps,
})
export const ask = { Component: Ask }
export const check = { Component: Check }

/** The ids of fields whose names at the service are others. */
const FIELD_IDS: Record<string, string> = {
  from: 'from-day',
  date: 'from-day',
  dates: 'from-day',
  until: 'until-day',
  breaks: 'break-0-starts',
}

function NewSeriesSteps() {
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const [typed, keep] = useState(EMPTY_SERIES)
  const [chosen, choose] = useState<Record<string, boolean>>({})
  const [refused, refuse] = useState<FormError<string>[]>([])
  return <Outlet context={{ hubId, typed, keep, chosen, choose, refused, refuse } satisfies Steps} />
}

function Ask() {
  const { t } = useTranslation('series')
  const { hubId, typed, keep, refused, refuse } = useOutletContext<Steps>()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const form = useForm<SeriesForm, string>(typed)
  const errors = form.wrong ? form.errors : refused
  const error = (field: string) => errors.find((one) => one.field === field)?.text

  function send(event: FormEvent) {
    event.preventDefault()
    refuse([])
    keep(form.values)
    const found = seriesFaults(form.values).map(({ field, key }) => ({
      field,
      text: lookup('series', 'error', key),
    }))
    if (!form.fail(found)) void navigate(paths.checkNewSeries(hubId))
  }

  const fields = { values: form.values, set: form.set, error }
  return (
    <Page
      heading={t('new.heading')}
      caption={hub.name}
      back={{ href: paths.seriesList(hubId) }}
      wrong={errors.length > 0}
    >
      <FormSummary errors={errors} />
      <form noValidate onSubmit={send}>
        <h2 className="govuk-heading-m">{t('new.what')}</h2>
        <WhatFields {...fields} rooms={hub.rooms} />
        <h2 className="govuk-heading-m">{t('new.when')}</h2>
        <WhenFields {...fields} />
        <h2 className="govuk-heading-m">{t('new.time')}</h2>
        <TimeFields {...fields} />
        <Button>{t('continue', { ns: 'common' })}</Button>
      </form>
    </Page>
  )
}

function Check() {
  const { hubId, typed, chosen } = useOutletContext<Steps>()
  const back = paths.newSeries(hubId)
  if (seriesFaults(typed).length > 0) return <Navigate to={back} replace />
  const days = Object.keys(chosen)
  const series = seriesOf(
    typed,
    days.filter((day) => !chosen[day]),
    days.filter((day) => chosen[day]),
  )
  return <CheckDates series={series} back={back} />
}

function CheckDates({ series, back }: { series: NewSeries; back: string }) {
  const { t } = useTranslation(['series', 'common'])
  const { hubId, refuse } = useOutletContext<Steps>()
  const navigate = useNavigate()
  const preview = useQuery({ ...seriesPreviewQuery(hubId, series), placeholderData: keepPreviousData })
  const { error } = preview

  // What the service says of a field is shown beside that field.
  useEffect(() => {
    if (!(error instanceof Problem) || error.fields.length === 0) return
    refuse(formErrors(error, 'series:error', (name) => FIELD_IDS[name.split('.')[0] ?? ''] ?? name))
    void navigate(back, { replace: true })
  }, [error, refuse, navigate, back])

  return (
    <Page heading={t('series:check.heading')} back={{ href: back }} title={t('series:check.heading')}>
      {preview.isError && (
        <Unavailable error={error} words={t('series:check.unavailable')} onAgain={() => void preview.refetch()} />
      )}
      {preview.isLoading && <Loading />}
      {preview.data && <Checked series={series} preview={preview.data} back={back} />}
    </Page>
  )
}

function Checked({ series, preview, back }: { series: NewSeries; preview: SeriesPreview; back: string }) {
  const { t } = useTranslation(['series', 'common'])
  const { hubId, chosen, choose } = useOutletContext<Steps>()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const words = useRepeatsInWords()
  const staff = useStaffInWords()
  const navigate = useNavigate()
  const create = useSendOnce(useCreateSeries(hubId))
  const form = useForm<{ nothing: string }>({ nothing: '' })

  function send(event: FormEvent) {
    event.preventDefault()
    create.send(series, {
      onSuccess: (made) => {
        const path = paths.series(made.id)
        flashOnNextPage(path, t('series:done', { count: made.ahead }))
        void navigate(path)
      },
      onError: (error) => form.fail(formErrors(error, 'series:error')),
    })
  }

  const keepOrSkip = (date: string, keep: boolean) => choose({ ...chosen, [date]: keep })
  const change = (field: string, hidden: string) => ({
    actions: [{ text: t('common:change'), href: `${back}#${field}`, hidden }],
  })
  const none = t('common:notProvided')
  return (
    <>
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          { key: t('series:check.hub'), value: hub.name },
          {
            key: t('series:check.kind'),
            value: series.kind ?? none,
            ...change('kind', t('series:check.hidden.kind')),
          },
          {
            key: t('series:check.room'),
            value: roomInWords(hub.rooms, series) ?? none,
            ...change(hub.rooms.length > 0 ? 'roomId' : 'room', t('series:check.hidden.room')),
          },
          {
            key: t('series:check.staff'),
            value: series.staff ? staff(series.staff) : none,
            ...change('staff', t('series:check.hidden.staff')),
          },
          {
            key: t('series:check.pattern'),
            value: words(preview.repeats),
            ...change('repeats', t('series:check.hidden.pattern')),
          },
          {
            key: t('series:check.times'),
            value: timeRange(series.starts, series.ends),
            ...change('starts', t('series:check.hidden.times')),
          },
          ...(series.breaks && series.breaks.length > 0
            ? [
                {
                  key: t('series:check.breaks'),
                  value: series.breaks.map((each) => timeRange(each.starts, each.ends)).join(', '),
                  ...change('break-0-starts', t('series:check.hidden.breaks')),
                },
              ]
            : []),
          {
            key: t('series:check.length'),
            value: series.slotMinutes
              ? t('series:field.minutes', { count: series.slotMinutes })
              : t('series:dropInOnly'),
            ...change('slotMinutes', t('series:check.hidden.length')),
          },
          ...(series.slotMinutes
            ? [
                {
                  key: t('series:check.places'),
                  value: series.placesPerSlot,
                  ...change('placesPerSlot', t('series:check.hidden.places')),
                },
              ]
            : []),
        ]}
      />
      <PreviewTable
        caption={t('series:check.next', { count: preview.dates.length })}
        days={preview.dates}
        choose={keepOrSkip}
      />
      {preview.later.length > 0 && (
        <>
          <PreviewTable caption={t('series:check.later')} days={preview.later} choose={keepOrSkip} />
        </>
      )}
      {preview.yearsWithoutHolidays.length > 0 && (
        <p className="govuk-body">
          {t('series:check.yearsWithoutHolidays', { years: preview.yearsWithoutHolidays.join(', ') })}
        </p>
      )}
      <InsetText>
        <p>{t('series:check.sessions', { count: preview.sessions })}</p>
        {preview.repeats.repeats !== 'dates' && !preview.repeats.until && <p>{t('series:check.goesOn')}</p>}
      </InsetText>
      <form noValidate onSubmit={send}>
        <Button busy={create.busy}>{t(create.busy ? 'series:check.creating' : 'series:check.create')}</Button>
      </form>
    </>
  )
}
