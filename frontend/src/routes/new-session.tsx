import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useNavigate, useOutletContext, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../api/problem'
import type { NewSession } from '../api/types'
import { hubQuery } from '../features/hub/queries'
import { useCreateSession } from '../features/talking-point/queries'
import {
  EMPTY,
  faults,
  FIELD_IDS,
  LENGTHS,
  sessionOf,
  slotsOf,
  type SessionField,
  type SessionForm,
} from '../features/talking-point/session-form'
import { Button } from '../govuk/button'
import { Radios } from '../govuk/choices'
import { DateInput } from '../govuk/date-input'
import { Input } from '../govuk/input'
import { InsetText } from '../govuk/inset-text'
import { SummaryList } from '../govuk/summary-list'
import { formErrors, FormSummary, useForm, type FormError } from '../page/form'
import { Page } from '../page/page'
import { useSendOnce } from '../page/send-once'
import { tellNextPage } from '../page/told-once'
import { acting, param } from '../page/work'
import { longDate, timeRange } from '../text/dates'

/** What was typed stays from one step to the other, in both directions. */
interface Steps {
  hubId: string
  typed: SessionForm
  keep: (typed: SessionForm) => void
  /** What the service refused, for the form to show. */
  refused: FormError<string>[]
  refuse: (errors: FormError<string>[]) => void
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await acting(client)
    return client.ensureQueryData(hubQuery(param(args, 'hubId')))
  },
  Component: NewSessionSteps,
})
export const ask = { Component: Ask }
export const check = { Component: Check }

function NewSessionSteps() {
  const hubId = param({ params: useParams() }, 'hubId')
  const [typed, keep] = useState(EMPTY)
  const [refused, refuse] = useState<FormError<string>[]>([])
  return <Outlet context={{ hubId, typed, keep, refused, refuse } satisfies Steps} />
}

function Ask() {
  const { t } = useTranslation('session')
  const { hubId, typed, keep, refused, refuse } = useOutletContext<Steps>()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const form = useForm<SessionForm, string>(typed)
  const errors = form.wrong ? form.errors : refused
  const error = (field: SessionField) => errors.find((one) => one.field === FIELD_IDS[field])?.text

  function send(event: FormEvent) {
    event.preventDefault()
    refuse([])
    const found = faults(form.values).map(({ field, key }) => ({
      field: FIELD_IDS[field],
      text: t(`error.${key}` as 'error.room.other'),
    }))
    keep(form.values)
    if (!form.fail(found)) void navigate(`/hubs/${hubId}/sessions/new/check`)
  }

  return (
    <Page heading={t('heading')} caption={hub.name} back={{ href: `/hubs/${hubId}` }} wrong={errors.length > 0}>
      <FormSummary errors={errors} />
      <form noValidate onSubmit={send}>
        <DateInput
          id="date"
          legend={{ text: t('field.date'), className: 'govuk-fieldset__legend--s' }}
          hint={t('field.dateHint')}
          error={error('date')}
          value={form.values.date}
          onChange={form.set('date')}
        />
        <Input
          label={{ text: t('field.starts'), className: 'govuk-label--s' }}
          hint={t('field.startsHint')}
          className="govuk-input--width-5"
          autoComplete="off"
          error={error('starts')}
          {...form.text('starts')}
        />
        <Input
          label={{ text: t('field.ends'), className: 'govuk-label--s' }}
          className="govuk-input--width-5"
          autoComplete="off"
          error={error('ends')}
          {...form.text('ends')}
        />
        <Radios
          name="slotMinutes"
          legend={{ text: t('field.slotMinutes'), className: 'govuk-fieldset__legend--s' }}
          error={error('slotMinutes')}
          value={form.values.slotMinutes}
          onChange={form.set('slotMinutes')}
          items={[
            ...LENGTHS.map((length) => ({ value: length, text: t('field.minutes', { count: Number(length) }) })),
            {
              value: 'other',
              text: t('field.other'),
              conditional: (
                <Input
                  label={{ text: t('field.otherMinutes') }}
                  className="govuk-input--width-3"
                  inputMode="numeric"
                  autoComplete="off"
                  error={error('otherMinutes')}
                  {...form.text('otherMinutes')}
                />
              ),
            },
          ]}
        />
        <Input
          label={{ text: t('field.placesPerSlot'), className: 'govuk-label--s' }}
          hint={t('field.placesHint')}
          className="govuk-input--width-2"
          inputMode="numeric"
          autoComplete="off"
          error={error('placesPerSlot')}
          {...form.text('placesPerSlot')}
        />
        <Input
          label={{ text: t('field.room'), className: 'govuk-label--s' }}
          hint={t('field.roomHint')}
          className="govuk-input--width-20"
          autoComplete="off"
          error={error('room')}
          {...form.text('room')}
        />
        <Button>{t('continue', { ns: 'common' })}</Button>
      </form>
    </Page>
  )
}

function Check() {
  const { t } = useTranslation(['session', 'common'])
  const { hubId, typed, refuse } = useOutletContext<Steps>()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const create = useSendOnce(useCreateSession(hubId))
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const back = `/hubs/${hubId}/sessions/new`
  if (faults(typed).length > 0) return <Navigate to={back} replace />
  const session: NewSession = sessionOf(typed)
  const slots = slotsOf(session)

  function send(event: FormEvent) {
    event.preventDefault()
    create.send(session, {
      onSuccess: (made) => {
        const path = `/hubs/${hubId}/days/${made.date}`
        tellNextPage(
          path,
          [t('session:done', { date: longDate(made.date) }), made.clockNote].filter(Boolean).join('. '),
        )
        void navigate(path)
      },
      onError: (error) => {
        if (error instanceof Problem && (error.type === 'session-overlaps' || error.fields.length > 0)) {
          refuse(
            error.type === 'session-overlaps'
              ? [{ text: t('session:overlaps'), field: FIELD_IDS.date }]
              : formErrors(error, 'session:error', (name) => FIELD_IDS[name as SessionField]),
          )
          void navigate(back)
        } else form.fail(formErrors(error, 'session:error'))
      },
    })
  }

  const change = (field: SessionField, hidden: string) => ({
    actions: [{ text: t('common:change'), href: `${back}#${FIELD_IDS[field]}`, hidden }],
  })
  return (
    <Page heading={t('session:check.heading')} back={{ href: back }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          { key: t('session:check.hub'), value: hub.name },
          {
            key: t('session:check.date'),
            value: longDate(session.date),
            ...change('date', t('session:check.hidden.date')),
          },
          {
            key: t('session:check.times'),
            value: timeRange(session.starts, session.ends),
            ...change('starts', t('session:check.hidden.times')),
          },
          {
            key: t('session:check.length'),
            value: t('session:field.minutes', { count: session.slotMinutes }),
            ...change('slotMinutes', t('session:check.hidden.length')),
          },
          {
            key: t('session:check.places'),
            value: session.placesPerSlot,
            ...change('placesPerSlot', t('session:check.hidden.places')),
          },
          {
            key: t('session:check.room'),
            value: session.room ?? t('common:notProvided'),
            ...change('room', t('session:check.hidden.room')),
          },
        ]}
      />
      <InsetText>{t('session:check.gives', { count: slots, places: slots * session.placesPerSlot })}</InsetText>
      <form noValidate onSubmit={send}>
        <Button busy={create.busy}>{t(create.busy ? 'session:check.creating' : 'session:check.create')}</Button>
      </form>
    </Page>
  )
}
