import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { redirect, useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { readDraft } from '../../page/draft'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useKeptDraft } from '../../page/use-kept-draft'
import { listOf } from '../../text/dates'
import { useFinish } from './conclusion-queries'
import { isUnsent } from '../conversation/draft-box'
import { openDrafts } from '../conversation/drafts'
import { stepsQuery } from '../step/queries'
import { FinishFields } from './finish-fields'
import { finishFaults, finishRequest, newFinish, type FinishForm } from './finish-form'
import { conversationQuery } from '../conversation/queries'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<FinishForm | null | Response> => {
    await requireAuthority(client, 'conversation:write')
    const conversationId = pathParam(args, 'conversationId')
    openDrafts(client).sendAll()
    const [{ conversation }, draft] = await Promise.all([
      client.fetchQuery(conversationQuery(conversationId)),
      readDraft(args.request),
    ])
    if (conversation.status === 'finished') return redirect(paths.conversation(conversationId))
    return (draft as FinishForm | undefined) ?? null
  },
  Component: FinishPage,
})

/** Asks what was decided, and finishes the record. */
function FinishPage() {
  const { t } = useTranslation(['conclusion', 'conversation'])
  const conversationId = pathParam({ params: useParams() }, 'conversationId')
  const { conversation, tag } = useSuspenseQuery(conversationQuery(conversationId)).data
  const draft = useLoaderData<FinishForm | null>()
  const form = useForm<FinishForm, string>(() => draft ?? newFinish(conversation.day))
  const client = useQueryClient()
  const store = openDrafts(client)
  const finish = useFinish(conversationId)
  const navigate = useNavigate()
  const { values } = form
  const dropDraft = useKeptDraft(values)

  const { people, boxes } = conversation
  const names = listOf(people.map(({ name }) => name))
  const hasToolText = boxes.some(({ fromTool, text }) => fromTool && text.trim() !== '')

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const then = submitter?.getAttribute('value')
    const unsent = store.unsent().filter((box) => box.conversationId === conversationId)
    await Promise.all(unsent.map(({ promptId }) => store.send(conversationId, promptId)))
    const found = [
      ...faultErrors('conclusion', finishFaults(values, hasToolText)),
      ...(store.unsent().some((box) => box.conversationId === conversationId && isUnsent(box))
        ? [{ text: t('error.unsent') }]
        : []),
    ]
    if (form.fail(found)) return
    try {
      await finish.mutateAsync({ tag, body: finishRequest(values) })
    } catch (error) {
      const type = error instanceof Problem && error.type
      if (type === 'nothing-written') form.fail([{ text: t('error.nothingWritten', { names }) }])
      else if (type === 'step-incomplete') form.fail(await stepErrors())
      else form.fail(formErrors(error, 'conclusion:error'))
      return
    }
    dropDraft()
    const first = people[0]?.personId
    void navigate(then === 'book' && first ? paths.bookPerson(first) : paths.conversation(conversationId))
  }

  /** Says for each step what it lacks, in its own words. */
  async function stepErrors() {
    const steps = await client.fetchQuery(stepsQuery(conversationId))
    return steps.flatMap(({ status, details: { what, owner, due } }) =>
      status === 'open'
        ? [
            ...(owner ? [] : [{ text: t('error.stepOwner', { what }) }]),
            ...(due ? [] : [{ text: t('error.stepDay', { what }) }]),
          ]
        : [],
    )
  }

  return (
    <Page
      heading={t('heading')}
      caption={t('conversation:heading', { names })}
      back={{ href: paths.conversation(conversationId) }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={(event) => void send(event)}>
        <FinishFields form={form} hasToolText={hasToolText} />
        <div className="govuk-button-group">
          <Button busy={finish.isPending}>{finish.isPending ? t('sending') : t('send')}</Button>
          <Button className="govuk-button--secondary" value="book" busy={finish.isPending}>
            {t('sendAndBook')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
