import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../../api/queries'
import type { Conversation } from '../../api/types'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Loading } from '../../page/loading'
import { Unavailable } from '../../page/unavailable'
import { listOf } from '../../text/dates'
import { teamQuery } from '../series/queries'
import { conversationQuery, useChangeReaders } from './queries'

/** Shows who may read the record: every practitioner, or the members of staff whom one of them has named. */
export function ReadersOfRecord({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation')
  const [changing, setChanging] = useState(false)
  const { readers } = conversation
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{t('readers.heading')}</h2>
      <p className="govuk-body-s">
        {readers.length > 0
          ? t('readers.only', { names: listOf(readers.map(({ name }) => name)) })
          : t('readers.everyone')}
      </p>
      {changing ? (
        <ReadersForm conversation={conversation} onDone={() => setChanging(false)} />
      ) : (
        <button type="button" className="btn" onClick={() => setChanging(true)}>
          {t('readers.change')}
        </button>
      )}
    </section>
  )
}

function ReadersForm({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { t } = useTranslation(['conversation', 'common'])
  const tag = useQuery({ ...conversationQuery(conversation.id), enabled: false }).data?.tag ?? ''
  const me = useQuery({ ...councilQuery(), enabled: false }).data?.me.id ?? ''
  const team = useQuery(teamQuery())
  const form = useForm<{ memberIds: string[] }, string>(() => ({
    memberIds: conversation.readers.map(({ memberId }) => memberId),
  }))
  const change = useChangeReaders(conversation.id)

  async function send(memberIds: string[]) {
    try {
      await change.mutateAsync({ memberIds, tag })
      onDone()
    } catch (refused) {
      form.fail(formErrors(refused, 'conversation:readers.error', { memberIds: 'memberIds' }))
    }
  }

  if (team.isPending) return <Loading />
  if (!team.data)
    return (
      <Unavailable
        error={team.error}
        words={t('conversation:readers.unavailable')}
        onAgain={() => void team.refetch()}
      />
    )
  const colleagues = team.data.filter(({ id }) => id !== me)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Named members who have left the team have no box here, so they are named no more.
    void send([me, ...form.values.memberIds.filter((id) => colleagues.some((colleague) => colleague.id === id))])
  }
  return (
    <form noValidate onSubmit={submit}>
      <FormSummary errors={form.errors} />
      <Checkboxes
        name="memberIds"
        className="govuk-checkboxes--small"
        legend={{ text: t('conversation:readers.who') }}
        hint={t('conversation:readers.hint')}
        error={form.error('memberIds')}
        values={form.values.memberIds}
        onChange={form.set('memberIds')}
        items={colleagues.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <div className="govuk-button-group">
        <Button>{t('conversation:readers.save')}</Button>
        {conversation.readers.length > 0 && (
          <Button type="button" className="govuk-button--secondary" onClick={() => void send([])}>
            {t('conversation:readers.lift')}
          </Button>
        )}
        <button type="button" className="linkish" onClick={onDone}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
