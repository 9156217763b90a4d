import { useLayoutEffect, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { signInAddress } from '../../api/session'
import { Button, ButtonLink } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { Panel } from '../../govuk/panel'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { usePageTitle } from '../../page/title'
import { reasonOf, type Reason } from './link-problem'
import { useChoosePassword } from './queries'

const SHOW = 'show'

interface ChoosePasswordProps {
  token: string
  email: string
  /** The page for a link that stopped working while this one was open. */
  refused: (reason: Reason) => ReactNode
}

/** Asks for the new password, once: the person can look at it. */
export function ChoosePassword({ token, email, refused }: ChoosePasswordProps) {
  const { t } = useTranslation('password')
  const form = useForm({ password: '' })
  const choose = useSendOnce(useChoosePassword(token))
  const [shown, setShown] = useState<string[]>([])
  const [done, setDone] = useState(false)
  const [over, setOver] = useState<Reason>()
  const { password } = form.values

  useLayoutEffect(() => {
    if (done || over) document.querySelector('h1')?.focus()
  }, [done, over])

  function send(event: FormEvent) {
    event.preventDefault()
    // A browser may keep what a visible field holds for other forms.
    setShown([])
    if (form.fail(password ? [] : [{ field: 'password', text: t('error.password.NotEmpty') }])) return
    choose.send(password, {
      onSuccess: () => setDone(true),
      onError: (error) => {
        const reason = reasonOf(error)
        if (reason) setOver(reason)
        else form.fail(formErrors(error, 'password:error'))
      },
    })
  }

  if (over) return refused(over)
  if (done) return <Chosen />
  return (
    <Page heading={t('new.heading')} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body breaks">{t('new.intro', { email })}</p>
      <form noValidate onSubmit={send}>
        <input hidden readOnly type="email" autoComplete="username" value={email} />
        <Input
          label={{ text: t('new.password'), className: 'govuk-label--s' }}
          hint={t('new.hint')}
          type={shown.includes(SHOW) ? 'text' : 'password'}
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          error={form.error('password')}
          {...form.text('password')}
        />
        <Checkboxes
          name="shown"
          className="govuk-checkboxes--small"
          values={shown}
          onChange={setShown}
          items={[{ value: SHOW, text: t('new.show') }]}
        />
        <Button busy={choose.busy}>{t(choose.busy ? 'new.saving' : 'new.save')}</Button>
      </form>
    </Page>
  )
}

/** The page after the password was changed. */
function Chosen() {
  const { t } = useTranslation('password')
  usePageTitle(t('new.done'))
  return (
    <main className="govuk-main-wrapper column" id="content">
      <Panel title={t('new.done')} />
      <p className="govuk-body">{t('new.signedOut')}</p>
      <ButtonLink href={signInAddress('/')}>{t('new.signIn')}</ButtonLink>
    </main>
  )
}
