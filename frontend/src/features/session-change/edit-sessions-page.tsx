import { type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { longDate } from '../../text/dates'
import { TimeFields, WhatFields } from '../series/series-fields'
import { timeFaults, type TimeForm } from '../series/series-form'
import { isScope, useSteps } from './steps'
import { lookup } from '../../text/lookup'

export const page = { Component: EditSessions }

function EditSessions() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const { session, hub, choice, here, typed, setTyped, refused, setRefused } = useSteps()
  const navigate = useNavigate()
  const form = useForm<TimeForm, string>(typed)
  if (!isScope(choice)) return <Navigate to={here} replace />
  const errors = form.wrong ? form.errors : refused
  const error = (field: string) => errors.find((one) => one.field === field)?.text

  function send(event: FormEvent) {
    event.preventDefault()
    setRefused([])
    setTyped(form.values)
    const found = timeFaults(form.values).map(({ field, key }) => ({
      field,
      text: lookup('series', 'error', key),
    }))
    if (!form.fail(found)) void navigate(`${here}/check`)
  }

  const fields = { values: form.values, set: form.set, error }
  return (
    <Page
      heading={t(`scope.${choice}.heading`)}
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
