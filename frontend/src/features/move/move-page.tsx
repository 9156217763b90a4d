import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Textarea } from '../../govuk/textarea'
import { readDraft } from '../../page/draft'
import { flashOnNextPage } from '../../page/flash-message'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useKeptDraft } from '../../page/use-kept-draft'
import { listOf, plainDate } from '../../text/dates'
import { conversationQuery } from '../conversation/queries'
import { PersonCombobox } from '../person/person-combobox'
import { useMoveConversation } from './queries'

/** The values that were typed, which come back after a reload. `to` is the person who was found. */
interface MoveForm {
  fromPersonId: string
  to: { id: string; name: string; reference: string } | null
  reason: string
}

const LONGEST_REASON = 1_000

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<MoveForm | null> => {
    await requireAuthority(client, 'conversation:write')
    const [draft] = await Promise.all([
      readDraft(args.request),
      client.fetchQuery(conversationQuery(pathParam(args, 'conversationId'))),
    ])
    return (draft as MoveForm | undefined) ?? null
  },
  Component: MovePage,
})

/** Moves a record from the person whom it is not about to the one whom it is about, for a reason. */
function MovePage() {
  const { t } = useTranslation(['move', 'conversation', 'common'])
  const conversationId = pathParam({ params: useParams() }, 'conversationId')
  const { conversation, tag } = useSuspenseQuery(conversationQuery(conversationId)).data
  const { people, day } = conversation
  const draft = useLoaderData<MoveForm | null>()
  const form = useForm<MoveForm, string>(
    () => draft ?? { fromPersonId: people.length === 1 ? (people[0]?.personId ?? '') : '', to: null, reason: '' },
  )
  const { values } = form
  const move = useMoveConversation(conversationId)
  const navigate = useNavigate()
  const dropDraft = useKeptDraft(values.to || values.reason ? values : undefined)

  async function send(event: FormEvent) {
    event.preventDefault()
    const { fromPersonId, to, reason } = values
    const faults: { field: string; key: string }[] = []
    if (!people.some(({ personId }) => personId === fromPersonId))
      faults.push({ field: 'fromPersonId', key: 'fromPersonId' })
    if (!to) faults.push({ field: 'toPersonId', key: 'toPersonId' })
    if (!reason.trim()) faults.push({ field: 'reason', key: 'reason' })
    if (form.fail(faultErrors('move', faults)) || !to) return
    try {
      await move.mutateAsync({ tag, body: { fromPersonId, toPersonId: to.id, reason: reason.trim() } })
    } catch (error) {
      form.fail(formErrors(error, 'move:refused'))
      return
    }
    dropDraft()
    const record = paths.conversation(conversationId)
    flashOnNextPage(record, t('move:done', { name: to.name }))
    void navigate(record)
  }

  return (
    <Page
      heading={t('move:heading')}
      caption={`${t('conversation:heading', { names: listOf(people.map(({ name }) => name)) })}, ${plainDate(day)}`}
      back={{ href: paths.conversation(conversationId) }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={(event) => void send(event)}>
        {people.length === 1 ? (
          <p className="govuk-body">{t('move:wrong', { name: people[0]?.name })}</p>
        ) : (
          <Radios
            name="fromPersonId"
            legend={{ text: t('move:from') }}
            error={form.error('fromPersonId')}
            value={values.fromPersonId}
            onChange={form.set('fromPersonId')}
            items={people.map(({ personId, name, reference }) => ({
              value: personId,
              text: name,
              hint: reference,
            }))}
          />
        )}
        {values.to ? (
          <div className="govuk-form-group" id="toPersonId" tabIndex={-1}>
            <p className="govuk-body">
              {t('move:chosen', { name: values.to.name, reference: values.to.reference })}{' '}
              <button type="button" className="linkish" onClick={() => form.change({ to: null })}>
                {t('move:other')}
              </button>
            </p>
          </div>
        ) : (
          <PersonCombobox
            id="toPersonId"
            label={t('move:to')}
            hint={t('common:searchHint')}
            error={form.error('toPersonId')}
            onPick={({ id, name, reference }) => form.change({ to: { id, name, reference } })}
          />
        )}
        <Textarea
          id="reason"
          label={{ text: t('move:reason'), className: 'govuk-label--s' }}
          hint={t('move:reasonHint')}
          error={form.error('reason')}
          rows={3}
          maxLength={LONGEST_REASON}
          {...form.text('reason')}
        />
        <h2 className="govuk-heading-s">{t('move:what.heading')}</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>{t('move:what.record')}</li>
          <li>{t('move:what.letter')}</li>
          <li>{t('move:what.worry')}</li>
          <li>{t('move:what.trace')}</li>
        </ul>
        <Button busy={move.isPending}>{t('move:send')}</Button>
      </form>
    </Page>
  )
}
