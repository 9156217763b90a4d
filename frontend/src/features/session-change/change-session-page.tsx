import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useCallback, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Navigate,
  Outlet,
  useNavigate,
  useOutletContext,
  useParams,
  useSearchParams,
  type LoaderFunctionArgs,
} from 'react-router'
import type { Problem } from '../../api/problem'
import type { Hub, SessionChange, WholeSession } from '../../api/types'
import { ExtraPlaceForm, useExtraPlaceForm } from '../booking/extra-place-form'
import { hubQuery } from '../hub/queries'
import { LookFirst } from './preview-first'
import { wholeSessionQuery, type Deed } from './queries'
import { roomInWords, TimeFields, useStaffInWords, WhatFields } from '../series/series-fields'
import { arrangementOf, timeFaults, timesOf, type TimeForm } from '../series/series-form'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { SummaryList } from '../../govuk/summary-list'
import { Table } from '../../govuk/table'
import { Textarea } from '../../govuk/textarea'
import { useMay } from '../../page/authorities'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { tellNextPage, useToldOnce } from '../../page/flash-message'
import { allowed, param } from '../../page/guards'
import { longDate, timeOfDay, timeRange, today } from '../../text/dates'
import { paths } from '../../page/paths'

type Scope = SessionChange['scope']

/** What was chosen and typed stays from one step to the other, in both directions. */
interface Steps {
  session: WholeSession
  hub: Hub
  choice: string
  choose: (choice: string) => void
  typed: TimeForm
  keep: (typed: TimeForm) => void
  reason: string
  because: (reason: string) => void
  refused: FormError<string>[]
  refuse: (errors: FormError<string>[]) => void
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await allowed(client, 'session:write')
    const session = await client.fetchQuery({ ...wholeSessionQuery(param(args, 'sessionId')), staleTime: 0 })
    return client.ensureQueryData(hubQuery(session.hubId))
  },
  Component: ChangeSession,
})
export const choose = { Component: Choose }
export const ask = { Component: Ask }
export const check = { Component: Check }
export const cancel = { Component: Cancel }
export const checkCancel = { Component: CheckCancel }
export const extraPlace = { Component: ExtraPlace }

const SCOPES: readonly string[] = ['this', 'later', 'all'] satisfies Scope[]

/** The ids of fields whose names at the service are others. */
const FIELD_IDS: Record<string, string> = { breaks: 'break-0-starts' }

function ChangeSession() {
  const sessionId = param({ params: useParams() }, 'sessionId')
  const { data: session } = useSuspenseQuery(wholeSessionQuery(sessionId))
  const { data: hub } = useSuspenseQuery(hubQuery(session.hubId))
  const asked = useSearchParams()[0].get('scope') ?? ''
  const [choice, choose] = useState(session.seriesId && SCOPES.includes(asked) ? asked : '')
  const [typed, keep] = useState(() => timesOf(session))
  const [reason, because] = useState('')
  const [refused, refuse] = useState<FormError<string>[]>([])
  return (
    <Outlet context={{ session, hub, choice, choose, typed, keep, reason, because, refused, refuse } satisfies Steps} />
  )
}

function useSteps() {
  const steps = useOutletContext<Steps>()
  const may = useMay()
  const { session } = steps
  return {
    ...steps,
    here: paths.session(session.id),
    /** Where the session is seen among others. */
    home: may('booking:read') ? paths.day(session.hubId, session.date) : paths.sessions(session.hubId),
  }
}

function length(session: { slotMinutes?: number | null }, t: ReturnType<typeof useTranslation<'series'>>['t']) {
  return session.slotMinutes ? t('field.minutes', { count: session.slotMinutes }) : t('dropInOnly')
}

/** What is taken, naming nobody, with a place more where there is none left. */
function Times({ session, here }: { session: WholeSession; here: string }) {
  const { t } = useTranslation('session-change')
  return (
    <Table
      caption={t('times.caption')}
      captionClassName="govuk-table__caption--m"
      firstCellIsHeader
      head={[{ text: t('times.time') }, { text: t('times.taken') }, { text: t('times.action') }]}
      rows={session.slots.map((slot) => ({
        key: slot.id,
        cells: [
          timeOfDay(slot.starts),
          t('times.takenOf', { taken: slot.taken, places: slot.places }),
          slot.left === 0 && (
            <a key="add" className="govuk-link" href={`${here}/slots/${slot.id}/extra-place`}>
              {t('times.add')}{' '}
              <span className="govuk-visually-hidden">{t('times.addAt', { time: timeOfDay(slot.starts) })}</span>
            </a>
          ),
        ],
      }))}
    />
  )
}

/** Which sessions, and whether to change or to cancel. */
function Choose() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const series = useTranslation('series').t
  const { session, choice, choose, here, home } = useSteps()
  const navigate = useNavigate()
  const form = useForm<{ choice: string }>({ choice })
  const may = useMay()
  const told = useToldOnce<string>()
  const staff = useStaffInWords()
  const booked = session.slots.reduce((sum, slot) => sum + slot.taken, 0)
  const open = session.status === 'planned' && session.date >= today()

  function send(event: FormEvent) {
    event.preventDefault()
    const chosen = form.values.choice
    if (form.fail(chosen ? [] : [{ field: 'choice', text: t('error.choice') }])) return
    choose(chosen)
    void navigate(chosen === 'cancel' ? `${here}/cancel` : `${here}/change`)
  }

  const scopes = session.seriesId ? (['this', 'later', 'all'] as const) : (['this'] as const)
  return (
    <Page heading={t('choose.heading')} caption={session.hubName} back={{ href: home }} wrong={form.wrong}>
      {told && <NotificationBanner success>{told}</NotificationBanner>}
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          { key: t('row.date'), value: longDate(session.date) },
          { key: t('series:check.times'), value: timeRange(session.starts, session.ends) },
          { key: t('series:check.kind'), value: session.kind ?? t('common:notProvided') },
          { key: t('series:check.room'), value: session.room ?? t('common:notProvided') },
          { key: t('series:check.staff'), value: staff(session.staff) || t('common:notProvided') },
          { key: t('series:check.length'), value: length(session, series) },
          ...(session.slotMinutes ? [{ key: t('row.booked'), value: t('row.bookedCount', { count: booked }) }] : []),
        ]}
      />
      {!open && (
        <InsetText>
          {session.status === 'cancelled'
            ? t('choose.cancelled', { reason: session.cancelReason ?? '' })
            : t('choose.over')}
        </InsetText>
      )}
      {open && session.slots.length > 0 && may('slot:extend') && <Times session={session} here={here} />}
      {open && (
        <form noValidate onSubmit={send}>
          <Radios
            name="choice"
            legend={{ text: t('choose.legend'), className: 'govuk-fieldset__legend--m' }}
            error={form.error('choice')}
            value={form.values.choice}
            onChange={form.set('choice')}
            items={[
              ...scopes.map((scope) => ({
                value: scope,
                text: t(`scope.${scope}.choice`),
                hint: scope === 'this' ? undefined : t(`scope.${scope}.hint`),
              })),
              { divider: t('choose.or') },
              { value: 'cancel', text: t('choose.cancel') },
            ]}
          />
          <div className="govuk-button-group">
            <Button>{t('common:continue')}</Button>
            {session.seriesId && (
              <a className="govuk-link" href={paths.series(session.seriesId)}>
                {t('choose.series')}
              </a>
            )}
          </div>
        </form>
      )}
    </Page>
  )
}

function Ask() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const { session, hub, choice, here, typed, keep, refused, refuse } = useSteps()
  const navigate = useNavigate()
  const form = useForm<TimeForm, string>(typed)
  if (!SCOPES.includes(choice)) return <Navigate to={here} replace />
  const errors = form.wrong ? form.errors : refused
  const error = (field: string) => errors.find((one) => one.field === field)?.text

  function send(event: FormEvent) {
    event.preventDefault()
    refuse([])
    keep(form.values)
    const found = timeFaults(form.values).map(({ field, key }) => ({
      field,
      text: t(`series:error.${key}` as 'series:error.times.other'),
    }))
    if (!form.fail(found)) void navigate(`${here}/check`)
  }

  const fields = { values: form.values, set: form.set, error }
  return (
    <Page
      heading={t(`scope.${choice as Scope}.heading`)}
      caption={t('caption', { hub: session.hubName, date: longDate(session.date) })}
      back={{ href: here }}
      wrong={errors.length > 0}
    >
      <FormSummary errors={errors} />
      <form noValidate onSubmit={send}>
        <WhatFields {...fields} rooms={hub.rooms} />
        <TimeFields {...fields} />
        <Button>{t('common:continue')}</Button>
      </form>
    </Page>
  )
}

function Check() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const series = useTranslation('series').t
  const { session, hub, choice, here, home, typed, refuse } = useSteps()
  const navigate = useNavigate()
  const staff = useStaffInWords()
  const back = `${here}/change`
  const refused = useCallback(
    (problem: Problem) => {
      refuse(formErrors(problem, 'series:error', (name) => FIELD_IDS[name.split('.')[0] ?? ''] ?? name))
      void navigate(back, { replace: true })
    },
    [refuse, navigate, back],
  )
  if (!SCOPES.includes(choice) || timeFaults(typed).length > 0) return <Navigate to={here} replace />
  const scope = choice as Scope
  const wanted = arrangementOf(typed)
  const deed: Deed = {
    kind: 'change',
    sessionId: session.id,
    body: { scope, ...wanted },
  }
  const none = t('common:notProvided')
  const breaks = (those: { starts: string; ends: string }[] = []) =>
    those.map((each) => timeRange(each.starts, each.ends)).join(', ') || t('row.noBreaks')

  /** What it will be, and what it was if that is something else. */
  const row = (field: string, key: string, hidden: string, is: string, was: string) => ({
    key,
    value: is === was ? is : t('row.was', { is, was }),
    actions: [{ text: t('common:change'), href: `${back}#${field}`, hidden }],
  })
  const places = (count: number | null | undefined) => String(count ?? 1)
  return (
    <LookFirst
      deed={deed}
      heading={t('check.heading')}
      caption={t('caption', { hub: session.hubName, date: longDate(session.date) })}
      back={back}
      act={{ still: t(`scope.${scope}.send`), busy: t('check.sending') }}
      keep={{ href: home, text: t('check.keep') }}
      refused={refused}
      done={(outcome) => {
        tellNextPage(home, t('done.changed', { count: outcome.sessions.length }))
        void navigate(home)
      }}
    >
      <SummaryList
        rows={[
          {
            key: t('row.sessions'),
            value: t(`scope.${scope}.choice`),
            actions: [{ text: t('common:change'), href: here, hidden: t('row.hiddenSessions') }],
          },
          row('kind', t('series:check.kind'), t('series:check.hidden.kind'), wanted.kind ?? none, session.kind ?? none),
          row(
            hub.rooms.length > 0 ? 'roomId' : 'room',
            t('series:check.room'),
            t('series:check.hidden.room'),
            roomInWords(hub.rooms, wanted) ?? none,
            session.room ?? none,
          ),
          row(
            'staff',
            t('series:check.staff'),
            t('series:check.hidden.staff'),
            (wanted.staff && staff(wanted.staff)) ?? none,
            staff(session.staff) || none,
          ),
          row(
            'starts',
            t('series:check.times'),
            t('series:check.hidden.times'),
            timeRange(wanted.starts, wanted.ends),
            timeRange(session.starts, session.ends),
          ),
          row(
            'starts',
            t('series:check.breaks'),
            t('series:check.hidden.breaks'),
            breaks(wanted.breaks),
            breaks(session.breaks),
          ),
          row(
            'slotMinutes',
            t('series:check.length'),
            t('series:check.hidden.length'),
            length(wanted, series),
            length(session, series),
          ),
          ...(wanted.slotMinutes
            ? [
                row(
                  'placesPerSlot',
                  t('series:check.places'),
                  t('series:check.hidden.places'),
                  places(wanted.placesPerSlot),
                  places(session.slotMinutes ? session.placesPerSlot : wanted.placesPerSlot),
                ),
              ]
            : []),
        ]}
      />
    </LookFirst>
  )
}

function Cancel() {
  const { t } = useTranslation(['session-change', 'common'])
  const { session, here, reason, because, refused, refuse } = useSteps()
  const navigate = useNavigate()
  const form = useForm<{ reason: string }, string>({ reason })
  const errors = form.wrong ? form.errors : refused

  function send(event: FormEvent) {
    event.preventDefault()
    refuse([])
    const why = form.values.reason.trim()
    because(why)
    const key = !why ? 'empty' : why.length > 200 ? 'tooLong' : undefined
    if (!form.fail(key ? [{ field: 'reason', text: t(`error.reason.${key}`) }] : [])) {
      void navigate(`${here}/cancel/check`)
    }
  }

  return (
    <Page
      heading={t('cancel.heading')}
      caption={t('caption', { hub: session.hubName, date: longDate(session.date) })}
      back={{ href: here }}
      wrong={errors.length > 0}
    >
      <FormSummary errors={errors} />
      <form noValidate onSubmit={send}>
        <Textarea
          label={{ text: t('cancel.reason'), className: 'govuk-label--s' }}
          hint={t('cancel.hint')}
          rows={2}
          error={errors.find((one) => one.field === 'reason')?.text}
          {...form.text('reason')}
        />
        <Button>{t('common:continue')}</Button>
      </form>
    </Page>
  )
}

function CheckCancel() {
  const { t } = useTranslation(['session-change', 'common'])
  const { session, here, home, reason, refuse } = useSteps()
  const navigate = useNavigate()
  const back = `${here}/cancel`
  const refused = useCallback(
    (problem: Problem) => {
      refuse(formErrors(problem, 'session-change:error'))
      void navigate(back, { replace: true })
    },
    [refuse, navigate, back],
  )
  if (!reason) return <Navigate to={back} replace />
  return (
    <LookFirst
      deed={{ kind: 'cancel', sessionId: session.id, body: { reason } }}
      heading={t('cancel.check')}
      caption={t('caption', { hub: session.hubName, date: longDate(session.date) })}
      back={back}
      act={{ still: t('cancel.send'), busy: t('cancel.sending'), warning: true }}
      keep={{ href: home, text: t('cancel.keep') }}
      refused={refused}
      done={() => {
        tellNextPage(home, t('done.cancelled', { date: longDate(session.date) }))
        void navigate(home)
      }}
    >
      <SummaryList
        rows={[
          { key: t('row.date'), value: longDate(session.date) },
          { key: t('row.times'), value: timeRange(session.starts, session.ends) },
          {
            key: t('row.reason'),
            value: reason,
            actions: [{ text: t('common:change'), href: `${back}#reason`, hidden: t('row.hiddenReason') }],
          },
        ]}
      />
    </LookFirst>
  )
}

/** A lead who may not see who is booked adds a place to a slot that is full, and says why. */
function ExtraPlace() {
  const { t } = useTranslation(['booking', 'session-change'])
  const client = useQueryClient()
  const { session, here } = useSteps()
  const navigate = useNavigate()
  const slotId = param({ params: useParams() }, 'slotId')
  const [slot] = useState(() => session.slots.find(({ id }) => id === slotId))
  const time = slot ? timeOfDay(slot.starts) : ''
  const extra = useExtraPlaceForm(slotId, time, (said) => {
    void client.invalidateQueries({ queryKey: wholeSessionQuery(session.id).queryKey })
    tellNextPage(here, said)
    void navigate(here)
  })
  if (!slot) return <Navigate to={here} replace />
  return (
    <Page
      heading={t('extra.heading')}
      title={t('extra.title', { time })}
      caption={t('session-change:caption', { hub: session.hubName, date: longDate(session.date) })}
      back={{ href: here }}
      wrong={extra.form.wrong}
    >
      <ExtraPlaceForm {...extra} />
    </Page>
  )
}
