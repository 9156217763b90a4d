import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { DateInput } from '../../govuk/date-input'
import { faultErrors, FormSummary } from '../../page/form'
import { useFormStep } from '../../page/form-step'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { hubQuery } from '../hub/queries'
import { TimeFields } from '../series/time-fields'
import { WhatFields } from '../series/what-fields'
import { useNewSessionSteps } from './new-session-steps'
import { faults } from './session-form'

export const page = { Component: NewSessionForm }

function NewSessionForm() {
  const { t } = useTranslation(['session', 'common'])
  const { hubId, typed, keep, ...refusals } = useNewSessionSteps()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const form = useFormStep(typed, refusals)

  function send(event: FormEvent) {
    event.preventDefault()
    keep(form.values)
    if (form.fail(faultErrors('series', faults(form.values)))) return
    void navigate(paths.checkNewSession(hubId))
  }

  return (
    <Page heading={t('session:heading')} caption={hub.name} back={{ href: paths.hub(hubId) }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <DateInput
          id="date"
          legend={{ text: t('session:field.date'), className: 'govuk-fieldset__legend--s' }}
          hint={t('session:field.dateHint')}
          error={form.error('date-day')}
          value={form.values.date}
          onChange={form.set('date')}
        />
        <WhatFields {...form} rooms={hub.rooms} />
        <TimeFields {...form} />
        <Button>{t('common:continue')}</Button>
      </form>
    </Page>
  )
}
