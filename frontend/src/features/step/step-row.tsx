import type { ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Step } from '../../api/types'
import { ErrorMessage } from '../../govuk/error-message'
import { Hidden } from '../../govuk/hidden'
import { Tag } from '../../govuk/tag'
import { problemText } from '../../page/problem-text'
import { ReasonForm } from '../../page/reason-form'
import { useOpenForm } from '../../page/use-kept-draft'
import { plainDate, today } from '../../text/dates'
import { ownerOf } from './owner'
import { useChangeStep } from './queries'
import { StepFields } from './step-fields'

interface StepRowProps {
  step: Step
  people: string[]
  /** Whether the record is finished: then a step is never removed, and changes have a reason. */
  finished: boolean
}

const FORMS = ['change', 'not-done', 'open'] as const

/** One step: who will do what by when, and what became of it. */
export function StepRow({ step, people, finished }: StepRowProps) {
  const { t } = useTranslation(['step', 'common'])
  const { id, details, status, reason } = step
  const [asks, setAsks] = useOpenForm(`step-${id}`, FORMS)
  const change = useChangeStep(step)
  const changeForReason = useChangeStep(step)
  const owner = ownerOf(step, people)
  const markDone = () => !change.isPending && change.mutate({ details, status: 'done' })
  const button = (key: 'done' | 'notDone' | 'change' | 'remove' | 'reopen', onClick: () => void): ReactNode => (
    <button type="button" className="linkish" onClick={onClick}>
      <Trans t={t} i18nKey={`step:${key}`} values={{ what: details.what }} components={{ hidden: <Hidden /> }} />
    </button>
  )
  return (
    <li className="step">
      <p className="step__who">{owner ? t('step:will', { owner }) : t('step:noOwner')}</p>
      <div className="step__what">
        <p>
          {details.what} <Day step={step} />
        </p>
        {reason && <p className="govuk-hint">{t('step:because', { reason })}</p>}
        {change.error && <ErrorMessage>{problemText(change.error)}</ErrorMessage>}
        {asks === 'change' && <StepFields {...{ step, people, finished }} onDone={() => setAsks(undefined)} />}
        {(asks === 'not-done' || asks === 'open') && (
          <ReasonForm
            name={`step-${id}-${asks}`}
            label={t(`step:why.${asks}`)}
            missing={t(`step:error.why.${asks}`)}
            save={t(`step:saveAs.${asks}`)}
            busy={changeForReason.isPending}
            onSave={(why) => changeForReason.mutateAsync({ details, status: asks, reason: why })}
            onDone={() => setAsks(undefined)}
          />
        )}
        {!asks && (
          <p className="step__actions">
            {status === 'open' && button('done', markDone)}
            {status === 'open' && button('notDone', () => setAsks('not-done'))}
            {status === 'open' && button('change', () => setAsks('change'))}
            {status !== 'open' && button('reopen', () => setAsks('open'))}
            {!finished && button('remove', () => !change.isPending && change.mutate('delete'))}
          </p>
        )}
      </div>
    </li>
  )
}

/** By when, or what became of the step. Each has words, not only a colour. */
function Day({ step: { details, status } }: { step: Step }) {
  const { t } = useTranslation('step')
  const { due } = details
  if (status === 'done') return <Tag className="govuk-tag--green">{t('status.done')}</Tag>
  if (status === 'not-done') return <Tag className="govuk-tag--grey">{t('status.not-done')}</Tag>
  if (!due) return <Tag className="govuk-tag--yellow">{t('noDay')}</Tag>
  return (
    <>
      {t('by', { day: plainDate(due) })} {due < today() && <Tag className="govuk-tag--red">{t('status.overdue')}</Tag>}
    </>
  )
}
