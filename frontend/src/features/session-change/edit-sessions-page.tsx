import { type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { faultErrors, FormSummary } from '../../page/form'
import { useFormStep } from '../../page/form-step'
import { Page } from '../../page/page'
import { longDate } from '../../text/dates'
import { TimeFields } from '../series/time-fields'
import { WhatFields } from '../series/what-fields'
import { timeFaults } from '../series/series-form'
import { isScope, useSteps } from './steps'

export const page = { Component: EditSessions }

function EditSessions() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const { session, hub, choice, here, typed, setTyped, refused, refuse } = useSteps()
  const navigate = useNavigate()
  const form = useFormStep(typed, { refused, refuse })
  if (!isScope(choice)) return <Navigate to={here} replace />

  function send(event: FormEvent) {
    event.preventDefault()
    setTyped(form.values)
    if (form.fail(faultErrors('series', timeFaults(form.values)))) return
    void navigate(`${here}/check`)
  }

  return (
    <Page
      heading={t(`scope.${choice}.heading`)}
      caption={t('caption', { hub: session.hubName, date: longDate(session.date) })}
      back={{ href: here }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <WhatFields {...form} rooms={hub.rooms} />
        <TimeFields {...form} />
        <Button>{t('common:continue')}</Button>
      </form>
    </Page>
  )
}
