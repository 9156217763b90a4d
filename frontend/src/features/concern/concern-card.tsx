import { Trans, useTranslation } from 'react-i18next'
import type { Concern } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { Hidden } from '../../govuk/hidden'
import { FormSummary, formErrors, useForm } from '../../page/form'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { dateAndTime, listOf, plainDate } from '../../text/dates'
import { useChangeConcern } from './queries'
import { DONE, doneFaults, WhatWasDone, type DoneValues } from './what-was-done'

/** One concern: who wrote it, about whom, what was done, and what is still to do. */
export function ConcernCard({ concern, onDone }: { concern: Concern; onDone: (text: string) => void }) {
  const { t } = useTranslation(['concern', 'common'])
  const { id, personId, personName, conversationId, conversationDay, worry, writtenAt, readAt, waiting } = concern
  const read = useChangeConcern()
  const byName = concern.writtenByName ?? t('common:aColleague')
  const from = t('concern:card.from', { name: byName, time: dateAndTime(writtenAt) })
  return (
    <article className="card" aria-label={from}>
      <h2 className="govuk-heading-s">{from}</h2>
      {personId && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.person(personId)}>
            {personName}
          </a>
        </p>
      )}
      {conversationId && conversationDay && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.conversation(conversationId)}>
            {t('concern:card.conversation', { date: plainDate(conversationDay) })}
          </a>
        </p>
      )}
      <p className="govuk-body record__words">{worry}</p>
      <ul className="govuk-list">
        {concern.done.map(({ actions, told, at, byName: by }) => (
          <li key={at} className="record__words">
            {t('concern:card.done', {
              what: listOf(actions.map((action) => t(`concern:action.${action}`))),
              name: by ?? t('common:aColleague'),
              time: dateAndTime(at),
            })}
            {told && <span className="record__about">{told}</span>}
          </li>
        ))}
      </ul>
      {readAt ? (
        <p className="govuk-body-s">
          {t('concern:card.read', { name: concern.readByName ?? t('common:aColleague'), time: dateAndTime(readAt) })}
        </p>
      ) : (
        <>
          {read.error && <p className="govuk-error-message">{problemText(read.error)}</p>}
          <Button
            type="button"
            className="govuk-button--secondary"
            busy={read.isPending}
            onClick={() => read.mutate({ read: id }, { onSuccess: () => onDone(t('concern:card.noted')) })}
          >
            <Trans t={t} i18nKey="concern:card.note" values={{ name: byName }} components={{ hidden: <Hidden /> }} />
          </Button>
        </>
      )}
      {waiting && <Act concern={concern} onDone={onDone} />}
    </article>
  )
}

function Act({ concern, onDone }: { concern: Concern; onDone: (text: string) => void }) {
  const { t } = useTranslation('concern')
  const fields = useForm<DoneValues & { worry: string }>({ worry: '', actions: [], told: '' })
  const { mutate, isPending } = useChangeConcern()
  return (
    <Details summary={t('card.act')} open>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (fields.fail(doneFaults(fields.values)) || isPending) return
          const { actions, told } = fields.values
          mutate(
            { act: concern.id, body: { actions, told } },
            {
              onSuccess: () => onDone(t('card.acted')),
              onError: (error) => fields.fail(formErrors(error, 'concern:error')),
            },
          )
        }}
      >
        <FormSummary errors={fields.errors} />
        <WhatWasDone fields={fields} from={DONE} prefix={`${concern.id}-`} />
        <Button busy={isPending}>{t('card.record')}</Button>
      </form>
    </Details>
  )
}
