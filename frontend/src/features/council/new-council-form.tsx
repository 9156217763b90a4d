import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import type { CouncilNews } from './council-news'
import { useCreateCouncil } from './queries'

interface Typed {
  name: string
  alias: string
  leadName: string
  leadEmail: string
}

const FIELDS: Record<string, keyof Typed> = { 'firstLead.name': 'leadName', 'firstLead.email': 'leadEmail' }

/** A council of the register if it has an authority, else a made-up one. */
export function NewCouncilForm({
  heading,
  back,
  authority,
  ...start
}: {
  heading: string
  back: string
  authority?: string
  name: string
  alias: string
}) {
  const { t } = useTranslation('council')
  const navigate = useNavigate()
  const form = useForm<Typed>({ ...start, leadName: '', leadEmail: '' })
  const create = useSendOnce(useCreateCouncil())
  const { values } = form

  function faults(): FormError<keyof Typed>[] {
    const found: FormError<keyof Typed>[] = []
    if (!values.name.trim()) found.push({ field: 'name', text: t('error.name.NotBlank') })
    if (!values.alias.trim()) found.push({ field: 'alias', text: t('error.alias.NotBlank') })
    else if (!/^[a-z][a-z0-9-]{1,39}$/.test(values.alias.trim())) {
      found.push({ field: 'alias', text: t('error.alias.other') })
    }
    if (!values.leadName.trim()) found.push({ field: 'leadName', text: t('error.firstLead.name.NotBlank') })
    if (!values.leadEmail.trim()) found.push({ field: 'leadEmail', text: t('error.firstLead.email.NotBlank') })
    return found
  }

  function refused(error: unknown): FormError<keyof Typed>[] {
    if (error instanceof Problem && error.type === 'name-taken') return [{ field: 'name', text: t('error.name.taken') }]
    if (error instanceof Problem && error.type === 'alias-taken') {
      return [{ field: 'alias', text: t('error.alias.taken') }]
    }
    if (error instanceof Problem && error.type === 'alias-reserved') {
      return [{ field: 'alias', text: t('found.aliasReserved') }]
    }
    if (error instanceof Problem && error.type === 'authority-taken') return [{ text: t('found.authorityTaken') }]
    return formErrors(error, 'council:error', FIELDS)
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    const email = values.leadEmail.trim()
    create.send(
      {
        name: values.name.trim(),
        alias: values.alias.trim(),
        ...(authority ? { authority } : { demonstration: true }),
        firstLead: { name: values.leadName.trim(), email },
      },
      {
        onSuccess: ({ council, firstLead, oneTimePasswordMailed }) => {
          const path = paths.council(council.id)
          const news: CouncilNews = {
            heading: t('create.done', { name: council.name }),
            account: { name: firstLead.name, email, oneTimePasswordMailed },
          }
          flashOnNextPage(path, news)
          void navigate(path, { replace: true })
        },
        onError: (error) => form.fail(refused(error)),
      },
    )
  }

  return (
    <Page heading={heading} back={{ href: back }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <Input
          label={{ text: t('field.name') }}
          hint={t('field.nameHint')}
          error={form.error('name')}
          {...form.text('name')}
        />
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
        <p className="govuk-body">{t('found.setUpFirst')}</p>
        <Button busy={create.busy}>{t(create.busy ? 'create.saving' : 'create.save')}</Button>
      </form>
    </Page>
  )
}
