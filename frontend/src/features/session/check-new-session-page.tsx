import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import type { NewSession, SessionPreview } from '../../api/types'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { dropDraft } from '../../page/draft'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { useReturnToForm } from '../../page/form-step'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { Unavailable } from '../../page/unavailable'
import { longDate } from '../../text/dates'
import { hubQuery } from '../hub/queries'
import { OutsideHours } from '../series/outside-hours'
import { usePlanRows } from '../series/plan-rows'
import { useKeptStep } from '../series/plan-steps'
import { useNewSessionSteps, useRefusedFields } from './new-session-steps'
import { sessionPreviewQuery, useCreateSession } from './queries'
import { EMPTY, faults, sessionOf } from './session-form'

export const page = { Component: CheckNewSession }

function CheckNewSession() {
  const { hubId, typed, chosen } = useNewSessionSteps()
  useKeptStep(EMPTY, typed, chosen)
  const back = paths.newSession(hubId)
  if (faults(typed).length > 0) return <Navigate to={back} replace />
  return <CheckSlots session={sessionOf(typed)} back={back} />
}

function CheckSlots({ session, back }: { session: NewSession; back: string }) {
  const { t } = useTranslation('session')
  const { hubId, refuse } = useNewSessionSteps()
  const refusedFields = useRefusedFields()
  const preview = useQuery(sessionPreviewQuery(hubId, session))
  const { error } = preview
  useReturnToForm(refusedFields(error), refuse, back)

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
  const { t } = useTranslation('session')
  const { hubId, refuse } = useNewSessionSteps()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const refusedFields = useRefusedFields()
  const create = useSendOnce(useCreateSession(hubId))
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const { what, times, change } = usePlanRows(session, hub, back)

  function send(event: FormEvent) {
    event.preventDefault()
    create.send(session, {
      onSuccess: (made) => {
        dropDraft()
        const path = paths.day(hubId, made.date)
        const date = longDate(made.date)
        flashOnNextPage(
          path,
          made.clockChange ? t(`doneAsClocksGo.${made.clockChange}`, { date }) : t('done', { date }),
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

  return (
    <Page heading={t('check.heading')} back={{ href: back }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          { key: t('check.hub'), value: hub.name },
          {
            key: t('check.date'),
            value: longDate(session.date),
            ...change('date-day', t('check.hidden.date')),
          },
          ...what,
          ...times,
        ]}
      />
      <OutsideHours hub={hub} sessions={[session]} />
      <InsetText>
        {session.slotMinutes
          ? t('check.gives', { count: preview.slots.length, places: preview.places })
          : t('check.dropIn')}
      </InsetText>
      <form noValidate onSubmit={send}>
        <Button busy={create.busy}>{t(create.busy ? 'check.creating' : 'check.create')}</Button>
      </form>
    </Page>
  )
}
