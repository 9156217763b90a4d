import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import { councilQuery } from '../../api/queries'
import { Button } from '../../govuk/button'
import { Checkboxes, Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { plainDate } from '../../text/dates'
import { loadAgreement, useHome } from './agreement'
import { agreementQuery, useAcceptAgreement } from './queries'

export const page = (client: QueryClient) => ({ loader: loadAgreement(client), Component: AcceptAgreement })

function AcceptAgreement() {
  const { t } = useTranslation('agreement')
  const { agreement } = useSuspenseQuery(agreementQuery()).data
  const { data: council } = useSuspenseQuery(councilQuery())
  const client = useQueryClient()
  const navigate = useNavigate()
  const home = useHome()
  const form = useForm({ who: '', name: '', email: '', role: '', authority: false })
  const acceptance = useSendOnce(useAcceptAgreement())
  const { who, authority } = form.values
  const forAnotherPerson = who === 'other'

  function send(event: FormEvent) {
    event.preventDefault()
    const [name, email, role] = [form.values.name.trim(), form.values.email.trim(), form.values.role.trim()]
    const faults: FormError<keyof typeof form.values>[] = []
    if (!who) faults.push({ field: 'who', text: t('error.who') })
    if (forAnotherPerson && !name) faults.push({ field: 'name', text: t('error.name.NotBlank') })
    if (forAnotherPerson && !email) faults.push({ field: 'email', text: t('error.email.NotBlank') })
    if (!role) faults.push({ field: 'role', text: t('error.role.NotBlank') })
    if (!authority) faults.push({ field: 'authority', text: t('error.authority') })
    if (form.fail(faults)) return
    acceptance.send(
      { version: agreement.version, forAnotherPerson, role, authority, ...(forAnotherPerson && { name, email }) },
      {
        onSuccess: () => {
          flashOnNextPage(home.href, t('accept.done'))
          void navigate(home.href, { replace: true })
        },
        onError: (error) => {
          if (error instanceof Problem && error.status === 409) {
            void client.invalidateQueries({ queryKey: agreementQuery().queryKey })
            form.fail([{ text: t(error.type === 'already-accepted' ? 'accept.already' : 'accept.changed') }])
          } else form.fail(formErrors(error, 'agreement:error'))
        },
      },
    )
  }

  return (
    <Page heading={t('accept.heading')} back={{ href: paths.agreement, text: t('accept.back') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('version', { ...agreement, date: plainDate(agreement.published) })}</p>
      <form noValidate onSubmit={send}>
        <Radios
          name="who"
          legend={{ text: t('accept.who'), className: 'govuk-fieldset__legend--s' }}
          value={who}
          onChange={form.set('who')}
          error={form.error('who')}
          items={[
            { value: 'me', text: t('accept.me') },
            {
              value: 'other',
              text: t('accept.other'),
              conditional: (
                <>
                  <Input label={{ text: t('accept.name') }} error={form.error('name')} {...form.text('name')} />
                  <Input
                    label={{ text: t('accept.email') }}
                    type="email"
                    spellCheck={false}
                    error={form.error('email')}
                    {...form.text('email')}
                  />
                </>
              ),
            },
          ]}
        />
        <Input
          label={{ text: t('accept.role') }}
          hint={t('accept.roleHint')}
          error={form.error('role')}
          {...form.text('role')}
        />
        <Checkboxes
          name="authority"
          items={[
            {
              value: 'yes',
              text: t(forAnotherPerson ? 'accept.authorityOther' : 'accept.authorityMe', { council: council.name }),
            },
          ]}
          values={authority ? ['yes'] : []}
          onChange={(chosen) => form.set('authority')(chosen.length > 0)}
          error={form.error('authority')}
        />
        <Button busy={acceptance.busy}>{t(acceptance.busy ? 'accept.accepting' : 'accept.accept')}</Button>
      </form>
    </Page>
  )
}
