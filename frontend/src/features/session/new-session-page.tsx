import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useNavigate, useOutletContext, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { NewSession, SessionPreview } from '../../api/types'
import { hubQuery } from '../hub/queries'
import { sessionPreviewQuery, useCreateSession } from './queries'
import { roomInWords, TimeFields, useStaffInWords, WhatFields } from '../series/series-fields'
import { EMPTY, faults, FIELD_IDS, sessionOf, type SessionForm } from './session-form'
import { Button } from '../../govuk/button'
import { DateInput } from '../../govuk/date-input'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Loading } from '../../page/loading'
import { Unavailable } from '../../page/unavailable'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { flashOnNextPage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import { longDate, timeRange } from '../../text/dates'
import { paths } from '../../page/paths'
import { lookup } from '../../text/lookup'

/** The typed values, kept from one step to the other in both directions. */
interface Steps {
  hubId: string
  typed: SessionForm
  keep: (typed: SessionForm) => void
  /** The service's refusal, for the form to show. */
  refused: FormError<string>[]
  refuse: (errors: FormError<string>[]) => void
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    return client.ensureQueryData(hubQuery(pathParam(args, 'hubId')))
  },
  Component: NewSessionSteps,
})
export const ask = { Component: Ask }
export const check = { Component: Check }

function NewSessionSteps() {
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const [typed, keep] = useState(EMPTY)
  const [refused, refuse] = useState<FormError<string>[]>([])
  return <Outlet context={{ hubId, typed, keep, refused, refuse } satisfies Steps} />
}

function Ask() {
  const { t } = useTranslation(['session', 'series', 'common'])
  const { hubId, typed, keep, refused, refuse } = useOutletContext<Steps>()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const form = useForm<SessionForm, string>(typed)
  const errors = form.wrong ? form.errors : refused
  const error = (field: string) => errors.find((one) => one.field === field)?.text

  function send(event: FormEvent) {
    event.preventDefault()
    refuse([])
    const found = faults(form.values).map(({ field, key }) => ({
      field,
      text: lookup('series', 'error', key),
    }))
    keep(form.values)
    if (!form.fail(found)) void navigate(paths.checkNewSession(hubId))
  }

  const fields = { values: form.values, set: form.set, error }
  return (
    <Page heading={t('session:heading')} caption={hub.name} back={{ href: paths.hub(hubId) }} wrong={errors.length > 0}>
      <FormSummary errors={errors} />
      <form noValidate onSubmit={send}>
        <DateInput
          id="date"
          legend={{ text: t('session:field.date'), className: 'govuk-fieldset__legend--s' }}
          hint={t('session:field.dateHint')}
          error={error('date-day')}
          value={form.values.date}
          onChange={form.set('date')}
        />
        <WhatFields {...fields} rooms={hub.rooms} />
        <TimeFields {...fields} />
        <Button>{t('common:continue')}</Button>
      </form>
    </Page>
  )
}

function Check() {
  const { hubId, typed } = useOutletContext<Steps>()
  const back = paths.newSession(hubId)
  if (faults(typed).length > 0) return <Navigate to={back} replace />
  return <CheckSlots session={sessionOf(typed)} back={back} />
}

/** Returns the errors that the form shows when the service refuses a session, or undefined if it shows none of them. */
function useRefusedFields() {
  const { t } = useTranslation('session')
  return (error: unknown): FormError<string>[] | undefined => {
    if (!(error instanceof Problem)) return undefined
    if (error.type === 'session-overlaps') return [{ text: t('overlaps'), field: 'date-day' }]
    return error.fields.length > 0
      ? formErrors(error, 'series:error', (name) => FIELD_IDS[name.split('.')[0] ?? ''] ?? name)
      : undefined
  }
}

function CheckSlots({ session, back }: { session: NewSession; back: string }) {
  const { t } = useTranslation('session')
  const { hubId, refuse } = useOutletContext<Steps>()
  const navigate = useNavigate()
  const refusedFields = useRefusedFields()
  const preview = useQuery(sessionPreviewQuery(hubId, session))
  const { error } = preview
  const refused = refusedFields(error)
  const left = useRef(false)

  useEffect(() => {
    if (!refused || left.current) return
    left.current = true
    refuse(refused)
    void navigate(back, { replace: true })
  }, [refused, refuse, navigate, back])

  if (preview.data) return <Checked session={session} preview={preview.data} back={back} />
  return (
    <Page heading={t('check.heading')} back={{ href: back }}>
      {preview.isError ? (
        <Unavailable error={error} words={t('check.unavailable')} onAgain={() => void preview.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function Checked({ session, preview, back }: { session: NewSession; preview: SessionPreview; back: string }) {
  const { t } = useTranslation(['session', 'series', 'common'])
  const { hubId, refuse } = useOutletContext<Steps>()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const refusedFields = useRefusedFields()
  const create = useSendOnce(useCreateSession(hubId))
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const staff = useStaffInWords()

  function send(event: FormEvent) {
    event.preventDefault()
    create.send(session, {
      onSuccess: (made) => {
        const path = paths.day(hubId, made.date)
        flashOnNextPage(
          path,
          [
            t('session:done', { date: longDate(made.date) }),
            made.clockChange && t(`session:clocks.${made.clockChange}`),
          ]
            .filter(Boolean)
            .join('. '),
        )
        void navigate(path)
      },
      onError: (error) => {
        const refused = refusedFields(error)
        if (refused) {
          refuse(refused)
          void navigate(back)
        } else form.fail(formErrors(error, 'series:error'))
      },
    })
  }

  const change = (field: string, hidden: string) => ({
    actions: [{ text: t('common:change'), href: `${back}#${field}`, hidden }],
  })
  const none = t('common:notProvided')
  return (
    <Page heading={t('session:check.heading')} back={{ href: back }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          { key: t('session:check.hub'), value: hub.name },
          {
            key: t('session:check.date'),
            value: longDate(session.date),
            ...change('date-day', t('session:check.hidden.date')),
          },
          {
            key: t('series:check.kind'),
            value: session.kind ?? none,
            ...change('kind', t('series:check.hidden.kind')),
          },
          {
            key: t('series:check.room'),
            value: roomInWords(hub.rooms, session) ?? none,
            ...change(hub.rooms.length > 0 ? 'roomId' : 'room', t('series:check.hidden.room')),
          },
          {
            key: t('series:check.staff'),
            value: session.staff ? staff(session.staff) : none,
            ...change('staff', t('series:check.hidden.staff')),
          },
          {
            key: t('series:check.times'),
            value: timeRange(session.starts, session.ends),
            ...change('starts', t('series:check.hidden.times')),
          },
          ...(session.breaks
            ? [
                {
                  key: t('series:check.breaks'),
                  value: session.breaks.map((each) => timeRange(each.starts, each.ends)).join(', '),
                  ...change('break-0-starts', t('series:check.hidden.breaks')),
                },
              ]
            : []),
          {
            key: t('series:check.length'),
            value: session.slotMinutes
              ? t('series:field.minutes', { count: session.slotMinutes })
              : t('series:dropInOnly'),
            ...change('slotMinutes', t('series:check.hidden.length')),
          },
          ...(session.slotMinutes
            ? [
                {
                  key: t('series:check.places'),
                  value: session.placesPerSlot,
                  ...change('placesPerSlot', t('series:check.hidden.places')),
                },
              ]
            : []),
        ]}
      />
      <InsetText>
        {session.slotMinutes
          ? t('session:check.gives', { count: preview.slots.length, places: preview.places })
          : t('session:check.dropIn')}
      </InsetText>
      <form noValidate onSubmit={send}>
        <Button busy={create.busy}>{t(create.busy ? 'session:check.creating' : 'session:check.create')}</Button>
      </form>
    </Page>
  )
}
