import { type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { longDate } from '../../text/dates'
import { useSteps } from './steps'

export const page = { Component: CancelSession }

function CancelSession() {
  const { t } = useTranslation(['session-change', 'common'])
  const { session, here, reason, setReason, refused, setRefused } = useSteps()
  const navigate = useNavigate()
  const form = useForm<{ reason: string }, string>({ reason })
  const errors = form.wrong ? form.errors : refused

  function send(event: FormEvent) {
    event.preventDefault()
    setRefused([])
    const why = form.values.reason.trim()
    setReason(why)
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
