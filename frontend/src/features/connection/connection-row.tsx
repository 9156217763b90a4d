import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Connection } from '../../api/types'
import { ErrorMessage } from '../../govuk/error-message'
import { Hidden } from '../../govuk/hidden'
import { Tag } from '../../govuk/tag'
import { problemText } from '../../page/problem-text'
import { ReasonForm } from '../../page/reason-form'
import { useOpenForm } from '../../page/use-kept-draft'
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
  const [asks, setAsks] = useOpenForm(`connection-${id}`, FORMS)
  const change = useChangeConnection(connection)
  const changeForReason = useChangeConnection(connection)
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
            name={`${id}-change`}
            start={formOf(details)}
            needsReason={finished}
            save={t('connection:save')}
            busy={change.isPending}
            onSave={(changed, why) => change.mutateAsync({ details: changed, status, ...(why && { reason: why }) })}
            onDone={done}
          />
        )}
        {(asks === 'not-happened' || asks === 'open') && (
          <ReasonForm
            name={`connection-${id}-${asks}`}
            label={t(`connection:why.${asks}`)}
            missing={t(`connection:error.why.${asks}`)}
            save={t(`connection:saveAs.${asks}`)}
            busy={changeForReason.isPending}
            onSave={(why) => changeForReason.mutateAsync({ details, status: asks, reason: why })}
            onDone={done}
          />
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
