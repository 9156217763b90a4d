import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Conclusion } from '../../api/types'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { InsetText } from '../../govuk/inset-text'
import { readDraft } from '../../page/draft'
import { useEditedVersion } from '../../page/edited-version'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useKeptDraft } from '../../page/use-kept-draft'
import { listOf } from '../../text/dates'
import { conversationQuery } from '../conversation/queries'
import { Facts } from './conclusion-facts'
import { conclusionQuery, useCorrectConclusion } from './conclusion-queries'
import { FinishFields } from './finish-fields'
import { finishFaults, finishRequest, formOf, type FinishForm } from './finish-form'

/** The decisions as they were when the correction began, with their version. */
interface Base {
  conclusion: Conclusion
  tag: string
}

/** A correction that was typed and not sent, as it comes back after a reload, with the version that it replaces. */
interface CorrectionDraft {
  values: FinishForm
  reason: string
  base: Base
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<CorrectionDraft | null> => {
    await requireAuthority(client, 'conversation:write')
    const conversationId = pathParam(args, 'conversationId')
    const [draft] = await Promise.all([
      readDraft(args.request),
      client.fetchQuery(conversationQuery(conversationId)),
      client.fetchQuery(conclusionQuery(conversationId)),
    ])
    return (draft as CorrectionDraft | undefined) ?? null
  },
  Component: CorrectPage,
})

/** Puts right what was decided at the end of a record, for a reason. */
function CorrectPage() {
  const { t } = useTranslation(['conclusion', 'conversation', 'common'])
  const conversationId = pathParam({ params: useParams() }, 'conversationId')
  const { conversation } = useSuspenseQuery(conversationQuery(conversationId)).data
  const client = useQueryClient()
  const { data: present } = useSuspenseQuery(conclusionQuery(conversationId))
  const draft = useLoaderData<CorrectionDraft | null>()
  // The query reads again after a refusal, and what is typed still replaces the version that it began with.
  const [start] = useState<Base>(draft?.base ?? present)
  const form = useForm<FinishForm, string>(() => draft?.values ?? formOf(start.conclusion.decisions))
  const edited = useEditedVersion(start, {
    read: () => client.fetchQuery({ ...conclusionQuery(conversationId), staleTime: 0 }),
    fail: form.fail,
    changed: { text: t('conclusion:correction.changed') },
  })
  const [reason, setReason] = useState(draft?.reason ?? '')
  const correct = useCorrectConclusion(conversationId)
  const navigate = useNavigate()
  const { values } = form
  const dropDraft = useKeptDraft({ values, reason, base: edited.base })

  async function send(event: FormEvent) {
    event.preventDefault()
    const faults = finishFaults(values, false)
    if (!reason.trim()) faults.push({ field: 'reason', key: 'reason' })
    if (form.fail(faultErrors('conclusion', faults))) return
    try {
      await correct.mutateAsync({
        tag: edited.base.tag,
        decisions: finishRequest(values).decisions,
        reason: reason.trim(),
      })
    } catch (error) {
      if (!edited.takes(error)) form.fail(formErrors(error, 'conclusion:error'))
      return
    }
    dropDraft()
    void navigate(paths.conversation(conversationId))
  }

  return (
    <Page
      heading={t('conclusion:correction.heading')}
      caption={t('conversation:heading', { names: listOf(conversation.people.map(({ name }) => name)) })}
      back={{ href: paths.conversation(conversationId) }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      {edited.theirs && (
        <InsetText>
          <h2 className="govuk-heading-s">{t('common:theirs.theirs')}</h2>
          <Facts decisions={edited.theirs.conclusion.decisions} withDay />
        </InsetText>
      )}
      <form noValidate onSubmit={(event) => void send(event)}>
        <FinishFields form={form} hasToolText={false} />
        <Input
          id="reason"
          name="reason"
          label={{ text: t('conclusion:correction.reason'), className: 'govuk-label--s' }}
          error={form.error('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={500}
          autoComplete="off"
        />
        <Button busy={correct.isPending}>{t('conclusion:correction.send')}</Button>
      </form>
    </Page>
  )
}
