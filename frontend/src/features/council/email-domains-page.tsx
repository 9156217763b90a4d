import type { QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import type { CouncilNews } from './council-news'
import { councilRecordQuery, emailDomainsQuery, useConfirmDomains } from './queries'
import type { CouncilRecord, EmailDomains } from '../../api/types'
import { Button } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { InsetText } from '../../govuk/inset-text'
import { WarningText } from '../../govuk/warning-text'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, formErrors, useForm } from '../../page/form'
import { pathParam, requireActing } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'

interface Loaded {
  council: CouncilRecord
  domains: EmailDomains
  tag: string
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<Loaded> => {
    await requireActing(client)
    const councilId = pathParam(args, 'councilId')
    // Never from the cache: an edit starts from the current state.
    const [{ council }, { body, tag }] = await Promise.all([
      client.fetchQuery(councilRecordQuery(councilId)),
      client.fetchQuery(emailDomainsQuery(councilId)),
    ])
    return { council, domains: body, tag }
  },
  shouldRevalidate: () => false,
  Component: EmailDomainsPage,
})

/** The form in which the operator confirms that e-mail domains are the council's. */
function EmailDomainsPage() {
  const { t } = useTranslation('council')
  const { council, domains, tag } = useLoaderData<Loaded>()
  const navigate = useNavigate()
  const form = useForm({ domains: domains.domains.join('\n') })
  const { busy, send } = useSendOnce(useConfirmDomains(council.id))
  const path = paths.council(council.id)

  function confirm(event: FormEvent) {
    event.preventDefault()
    const typed = form.values.domains.split(/[\s,;]+/).filter(Boolean)
    send(
      { domains: typed, tag },
      {
        onSuccess: () => {
          flashOnNextPage(path, { heading: t('domains.saved') } satisfies CouncilNews)
          void navigate(path, { replace: true })
        },
        onError: (error) => form.fail(formErrors(error, 'council:error')),
      },
    )
  }

  return (
    <Page heading={t('domains.heading', { name: council.name })} back={{ href: path }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('domains.intro')}</p>
      <WarningText>{t('domains.check')}</WarningText>
      {domains.providerOn && <InsetText>{t('domains.on')}</InsetText>}
      <form noValidate onSubmit={confirm}>
        <Textarea
          label={{ text: t('domains.field') }}
          hint={t('domains.hint')}
          error={form.error('domains')}
          rows={4}
          spellCheck={false}
          {...form.text('domains')}
        />
        <Button busy={busy}>{t(busy ? 'domains.saving' : 'domains.save')}</Button>
      </form>
    </Page>
  )
}
