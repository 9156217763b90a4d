import { useLayoutEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { useAskForLink } from './queries'

export const page = { Component: ForgottenPassword }

/** Asks for a link to a new password. The answer is the same for every address, so the page says the same for each. */
function ForgottenPassword() {
  const { t } = useTranslation('password')
  const form = useForm({ email: '' })
  const ask = useAskForLink()
  const [sent, setSent] = useState<string>()
  const email = form.values.email.trim()

  useLayoutEffect(() => {
    if (sent) document.querySelector('h1')?.focus()
  }, [sent])

  function send(event: FormEvent) {
    event.preventDefault()
    if (ask.isPending || form.fail(email ? [] : [{ field: 'email', text: t('error.email.NotBlank') }])) return
    ask.mutate(email, {
      onSuccess: () => setSent(email),
      onError: (error) => form.fail(formErrors(error, 'password:error')),
    })
  }

  if (sent) return <Sent email={sent} onAgain={() => setSent(undefined)} />
  return (
    <Page heading={t('forgotten.heading')} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('forgotten.intro')}</p>
      <form noValidate onSubmit={send}>
        <Input
          label={{ text: t('forgotten.email'), className: 'govuk-label--s' }}
          type="email"
          autoComplete="username"
          spellCheck={false}
          error={form.error('email')}
          {...form.text('email')}
        />
        <Button busy={ask.isPending}>{t(ask.isPending ? 'forgotten.sending' : 'forgotten.send')}</Button>
      </form>
    </Page>
  )
}

function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useTranslation('password')
  return (
    <Page heading={t('forgotten.sent')}>
      <p className="govuk-body breaks">{t('forgotten.sentBody', { email })}</p>
      <p className="govuk-body">{t('forgotten.ifNotThere')}</p>
      <Button type="button" className="govuk-button--secondary" onClick={onAgain}>
        {t('forgotten.again')}
      </Button>
    </Page>
  )
}
