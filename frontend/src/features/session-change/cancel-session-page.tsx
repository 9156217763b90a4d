import { type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { FormSummary } from '../../page/form'
import { useFormStep } from '../../page/form-step'
import { Page } from '../../page/page'
import { reasonFault } from '../../page/reason'
import { longDate } from '../../text/dates'
import { useSteps } from './steps'

export const page = { Component: CancelSession }

function CancelSession() {
  const { t } = useTranslation(['session-change', 'common'])
  const { session, here, reason, setReason, refused, refuse } = useSteps()
  const navigate = useNavigate()
  const form = useFormStep({ reason }, { refused, refuse })

  function send(event: FormEvent) {
    event.preventDefault()
    setReason(form.values.reason.trim())
    const key = reasonFault(form.values.reason)
    if (!form.fail(key ? [{ field: 'reason', text: t(`error.reason.${key}`) }] : [])) {
      void navigate(`${here}/cancel/check`)
    }
  }

  return (
    <Page
      heading={t('cancel.heading')}
      caption={t('caption', { hub: session.hubName, date: longDate(session.date) })}
      back={{ href: here }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <Textarea
          label={{ text: t('cancel.reason'), className: 'govuk-label--s' }}
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
