import { useState, type FormEvent, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Connection } from '../../api/types'
import { Button } from '../../govuk/button'
import { ErrorMessage } from '../../govuk/error-message'
import { Hidden } from '../../govuk/hidden'
import { Input } from '../../govuk/input'
import { Tag } from '../../govuk/tag'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'
import { ConnectionFields } from './connection-fields'
import { formOf } from './connection-form'
import { useChangeConnection } from './queries'

interface ConnectionRowProps {
  connection: Connection
  /** Whether the record is finished: then a connection is never removed, and changes have a reason. */
  finished: boolean
}

const FORMS = ['change', 'not-happened', 'open'] as const

/** One connection: with what, who makes contact, and what became of it. */
export function ConnectionRow({ connection, finished }: ConnectionRowProps) {
  const { t } = useTranslation(['connection', 'step'])
  const { id, details, status, reason } = connection
  const drafts = {
    change: useFormDraft(`connection-${id}`),
    'not-happened': useFormDraft(`connection-${id}-not-happened`),
    open: useFormDraft(`connection-${id}-open`),
  }
  // The form that was open before a reload opens again.
  const [asks, setAsks] = useState(() => FORMS.find((form) => drafts[form]))
  const change = useChangeConnection(connection)
  const done = () => setAsks(undefined)
  const button = (key: 'happened' | 'notHappened' | 'change' | 'remove' | 'reopen', onClick: () => void): ReactNode => (
    <button type="button" className="linkish" onClick={onClick}>
      <Trans t={t} i18nKey={`connection:${key}`} values={{ name: details.name }} components={{ hidden: <Hidden /> }} />
    </button>
  )
  return (
    <li className="step">
      <p className="step__who">{t(`connection:way.${details.way}`)}</p>
      <div className="step__what">
        <p>
          {details.name} {status !== 'open' && <State status={status} />}
        </p>
        {status === 'open' && <p>{t(`connection:will.${details.contact}`)}</p>}
        {reason && <p className="govuk-hint">{t('step:because', { reason })}</p>}
        {change.error && <ErrorMessage>{problemText(change.error)}</ErrorMessage>}
        {asks === 'change' && (
          <ConnectionFields
            name={id}
            start={formOf(details)}
            needsReason={finished}
            save={t('connection:save')}
            busy={change.isPending}
            onSave={(changed, why) => change.mutateAsync({ details: changed, status, ...(why && { reason: why }) })}
            onDone={done}
          />
        )}
        {(asks === 'not-happened' || asks === 'open') && (
          <ReasonForm connection={connection} status={asks} onDone={done} />
        )}
        {!asks && (
          <p className="step__actions">
            {status === 'open' &&
              button('happened', () => !change.isPending && change.mutate({ details, status: 'happened' }))}
            {status === 'open' && button('notHappened', () => setAsks('not-happened'))}
            {status === 'open' && button('change', () => setAsks('change'))}
            {status !== 'open' && button('reopen', () => setAsks('open'))}
            {!finished && button('remove', () => !change.isPending && change.mutate('delete'))}
          </p>
        )}
      </div>
    </li>
  )
}

/** The result of the connection, in words and in a colour. */
function State({ status }: { status: 'happened' | 'not-happened' }) {
  const { t } = useTranslation('connection')
  return <Tag className={status === 'happened' ? 'govuk-tag--green' : 'govuk-tag--grey'}>{t(`status.${status}`)}</Tag>
}

interface ReasonFormProps {
  connection: Connection
  /** The status that the connection gets. */
  status: 'not-happened' | 'open'
  onDone: () => void
}

/** Asks why a connection did not come about, or why it is open again. */
function ReasonForm({ connection, status, onDone }: ReasonFormProps) {
  const { t } = useTranslation(['connection', 'step', 'common'])
  const field = `connection-${connection.id}-${status}`
  const draft = useFormDraft<{ why: string }>(field)
  const form = useForm<{ why: string }, string>(() => draft ?? { why: '' })
  const dropDraft = useKeptForm(field, form.values)
  const change = useChangeConnection(connection)
  const close = () => {
    dropDraft()
    onDone()
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    const reason = form.values.why.trim()
    if (form.fail(reason ? [] : [{ field, text: t(`connection:error.why.${status}`) }])) return
    try {
      await change.mutateAsync({ details: connection.details, status, reason })
      close()
    } catch (refused) {
      form.fail([{ text: problemText(refused) }])
    }
  }

  return (
    <form className="step__form" noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <Input
        {...form.text('why')}
        id={field}
        label={{ text: t(`connection:why.${status}`) }}
        error={form.error(field)}
        maxLength={500}
        autoComplete="off"
      />
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={change.isPending}>
          {t(`connection:saveAs.${status}`)}
        </Button>
        <button type="button" className="linkish" onClick={close}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
