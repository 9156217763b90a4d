import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import type { NewSeries, SeriesPreview } from '../../api/types'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { dropDraft } from '../../page/draft'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { useReturnToForm } from '../../page/form-step'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { useRows } from '../../page/pages'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { Unavailable } from '../../page/unavailable'
import { hubQuery } from '../hub/queries'
import { OutsideHours, useHoursMissedInWords } from './outside-hours'
import { useNewSeriesSteps } from './new-series-steps'
import { usePlanRows } from './plan-rows'
import { useKeptStep } from './plan-steps'
import { PreviewTable } from './preview-table'
import { seriesPreviewQuery, useCreateSeries } from './queries'
import { useRepeatsInWords } from './recurrence'
import { EMPTY_SERIES, seriesFaults } from './series-form'
import { seriesOf } from './series-request'

export const page = { Component: CheckNewSeries }

/** The ids of fields that have another name in the API. */
const FIELD_IDS: Record<string, string> = {
  from: 'from-day',
  date: 'from-day',
  dates: 'from-day',
  until: 'until-day',
  breaks: 'break-0-starts',
}

function CheckNewSeries() {
  const { hubId, typed, chosen } = useNewSeriesSteps()
  useKeptStep(EMPTY_SERIES, typed, chosen)
  // Not kept with the form: other times may overlap on other dates.
  const [overlapping, leaveOut] = useState<string[]>([])
  const back = paths.newSeries(hubId)
  if (seriesFaults(typed).length > 0) return <Navigate to={back} replace />
  const days = Object.keys(chosen)
  const series = seriesOf(
    typed,
    [...days.filter((day) => !chosen[day]), ...overlapping.filter((day) => !(day in chosen))],
    days.filter((day) => chosen[day]),
  )
  return <CheckDates series={series} back={back} leaveOut={(more) => leaveOut([...overlapping, ...more])} />
}

interface CheckDatesProps {
  series: NewSeries
  back: string
  leaveOut: (dates: string[]) => void
}

function CheckDates({ series, back, leaveOut }: CheckDatesProps) {
  const { t } = useTranslation('series')
  const { hubId, refuse, chosen } = useNewSeriesSteps()
  const preview = useQuery({ ...seriesPreviewQuery(hubId, series), placeholderData: keepPreviousData })
  const { error } = preview
  const refused = error instanceof Problem && error.fields.length > 0
  const overlapping = [...(preview.data?.dates ?? []), ...(preview.data?.later ?? [])]
    .filter(({ forbidden, date }) => forbidden && !(date in chosen) && !series.skip?.includes(date))
    .map(({ date }) => date)
  const found = preview.isPlaceholderData ? '' : overlapping.join(' ')
  const skip = useEffectEvent((dates: string) => leaveOut(dates.split(' ')))
  useEffect(() => {
    if (found) skip(found)
  }, [found])
  useReturnToForm(refused ? formErrors(error, 'series:error', FIELD_IDS) : undefined, refuse, back)

  return (
    <Page heading={t('check.heading')} back={{ href: back }}>
      {preview.isError && (
        <Unavailable error={error} words={t('check.unavailable')} onAgain={() => void preview.refetch()} />
      )}
      {preview.isLoading && <Loading />}
      {preview.data && <Checked series={series} preview={preview.data} back={back} />}
    </Page>
  )
}

interface CheckedProps {
  series: NewSeries
  preview: SeriesPreview
  back: string
}

function Checked({ series, preview, back }: CheckedProps) {
  const { t } = useTranslation('series')
  const { hubId } = useNewSeriesSteps()
  const navigate = useNavigate()
  const create = useSendOnce(useCreateSeries(hubId))
  const form = useForm<{ nothing: string }>({ nothing: '' })

  function send(event: FormEvent) {
    event.preventDefault()
    create.send(series, {
      onSuccess: (made) => {
        dropDraft()
        const path = paths.series(made.id)
        flashOnNextPage(path, t('done', { count: made.ahead }))
        void navigate(path)
      },
      onError: (error) => form.fail(formErrors(error, 'series:error')),
    })
  }

  return (
    <>
      <FormSummary errors={form.errors} />
      <Summary series={series} preview={preview} back={back} />
      <Dates series={series} preview={preview} />
      <form noValidate onSubmit={send}>
        <Button busy={create.busy}>{t(create.busy ? 'check.creating' : 'check.create')}</Button>
      </form>
    </>
  )
}

function Summary({ series, preview, back }: CheckedProps) {
  const { t } = useTranslation('series')
  const { hubId } = useNewSeriesSteps()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const repeats = useRepeatsInWords()
  const { what, times, change } = usePlanRows(series, hub, back)
  return (
    <SummaryList
      rows={[
        { key: t('check.hub'), value: hub.name },
        ...what,
        {
          key: t('check.pattern'),
          value: repeats(preview.repeats),
          ...change('repeats', t('check.hidden.pattern')),
        },
        ...times,
      ]}
    />
  )
}

/** The dates of the series, with the choice to skip or keep each, and how many sessions there are in all. */
function Dates({ series, preview }: Pick<CheckedProps, 'series' | 'preview'>) {
  const { t } = useTranslation('series')
  const { hubId, chosen, choose } = useNewSeriesSteps()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const { dates, later, repeats, sessions, yearsWithoutHolidays } = preview
  const { rows, links } = useRows(later)
  const hoursMissed = useHoursMissedInWords(hub)
  const timesOn = (date: string) => ({ date, starts: series.starts, ends: series.ends })
  const table = {
    remark: (date: string) => hoursMissed(timesOn(date)),
    choose: (date: string, keep: boolean) => choose({ ...chosen, [date]: keep }),
  }
  const leftOut = [...dates, ...later].filter(({ forbidden, skipped }) => forbidden && skipped).length
  return (
    <>
      <OutsideHours hub={hub} sessions={dates.map(({ date }) => timesOn(date))} />
      {leftOut > 0 && <InsetText>{t('check.leftOut', { count: leftOut })}</InsetText>}
      <PreviewTable caption={t('check.next', { count: dates.length })} days={dates} {...table} />
      {later.length > 0 && <PreviewTable caption={t('check.later')} days={rows} {...table} />}
      {links}
      {yearsWithoutHolidays.length > 0 && (
        <p className="govuk-body">{t('check.yearsWithoutHolidays', { years: yearsWithoutHolidays.join(', ') })}</p>
      )}
      <InsetText>
        <p>{t('check.sessions', { count: sessions })}</p>
        {repeats.repeats !== 'dates' && !repeats.until && <p>{t('check.goesOn')}</p>}
      </InsetText>
    </>
  )
}
