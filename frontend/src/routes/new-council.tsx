import type { QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../api/problem'
import { CouncilFields, settingsOf, type SettingsForm } from '../features/council/council-fields'
import type { NewAccount } from '../features/council/one-time-password'
import { useCreateCouncil } from '../features/council/queries'
import { Button } from '../govuk/button'
import { Radios } from '../govuk/choices'
import { Input } from '../govuk/input'
import { formErrors, FormSummary, useForm, type FormError } from '../page/form'
import { Page } from '../page/page'
import { useSendOnce } from '../page/send-once'
import { tellNextPage } from '../page/told-once'
import { acting } from '../page/work'

export const page = (client: QueryClient) => ({ loader: () => acting(client), Component: NewCouncil })

interface CouncilForm extends SettingsForm {
  alias: string
  demonstration: string
  leadName: string
  leadEmail: string
}

/** What the council page says after it: the council was set up, and how its lead signs in. */
export interface CouncilNews {
  heading: string
  account?: NewAccount
}

const FIELDS: Record<string, string> = { 'firstLead.name': 'leadName', 'firstLead.email': 'leadEmail' }

function NewCouncil() {
  const { t } = useTranslation('council')
  const navigate = useNavigate()
  const form = useForm<CouncilForm>({
    name: '',
    alias: '',
    talkingPoint: '',
    contactPhone: '',
    contactEmail: '',
    demonstration: 'no',
    leadName: '',
    leadEmail: '',
  })
  const create = useSendOnce(useCreateCouncil())
  const { values } = form

  function faults(): FormError<keyof CouncilForm>[] {
    const found: FormError<keyof CouncilForm>[] = []
    if (!values.name.trim()) found.push({ field: 'name', text: t('error.name.NotBlank') })
    if (!values.alias.trim()) found.push({ field: 'alias', text: t('error.alias.NotBlank') })
    else if (!/^[a-z][a-z0-9-]{1,39}$/.test(values.alias.trim())) {
      found.push({ field: 'alias', text: t('error.alias.other') })
    }
    if (!values.leadName.trim()) found.push({ field: 'leadName', text: t('error.firstLead.name.NotBlank') })
    if (!values.leadEmail.trim()) found.push({ field: 'leadEmail', text: t('error.firstLead.email.NotBlank') })
    return found
  }

  function refused(error: unknown): FormError<keyof CouncilForm>[] {
    if (error instanceof Problem && error.type === 'name-taken') return [{ field: 'name', text: t('error.name.taken') }]
    if (error instanceof Problem && error.type === 'alias-taken') {
      return [{ field: 'alias', text: t('error.alias.taken') }]
    }
    return formErrors(error, 'council:error', (name) => (FIELDS[name] ?? name) as keyof CouncilForm)
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    const email = values.leadEmail.trim()
    create.send(
      {
        ...settingsOf(values),
        alias: values.alias.trim(),
        demonstration: values.demonstration === 'yes',
        firstLead: { name: values.leadName.trim(), email },
      },
      {
        onSuccess: ({ council, firstLead, oneTimePassword }) => {
          const path = `/councils/${council.id}`
          const news: CouncilNews = {
            heading: t('create.done', { name: council.name }),
            account: { name: firstLead.name, email, password: oneTimePassword },
          }
          tellNextPage(path, news)
          void navigate(path, { replace: true })
        },
        onError: (error) => form.fail(refused(error)),
      },
    )
  }

  return (
    <Page heading={t('add')} back={{ href: '/councils', text: t('back') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <CouncilFields text={form.text} error={form.error}>
          <Input
            label={{ text: t('field.alias') }}
            hint={t('field.aliasHint')}
            className="govuk-input--width-20"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            error={form.error('alias')}
            {...form.text('alias')}
          />
        </CouncilFields>
        <Radios
          name="demonstration"
          legend={{ text: t('field.demonstration'), className: 'govuk-fieldset__legend--s' }}
          value={values.demonstration}
          onChange={form.set('demonstration')}
          error={form.error('demonstration')}
          items={[
            { value: 'no', text: t('field.demonstrationNo') },
            { value: 'yes', text: t('field.demonstrationYes'), hint: t('field.demonstrationYesHint') },
          ]}
        />
        <h2 className="govuk-heading-m">{t('field.leadHeading')}</h2>
        <Input
          label={{ text: t('field.leadName') }}
          autoComplete="off"
          spellCheck={false}
          error={form.error('leadName')}
          {...form.text('leadName')}
        />
        <Input
          label={{ text: t('field.leadEmail') }}
          type="email"
          autoComplete="off"
          spellCheck={false}
          error={form.error('leadEmail')}
          {...form.text('leadEmail')}
        />
        <Button busy={create.busy}>{t(create.busy ? 'create.saving' : 'create.save')}</Button>
      </form>
    </Page>
  )
}
