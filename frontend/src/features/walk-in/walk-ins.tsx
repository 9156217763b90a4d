import { Trans, useTranslation } from 'react-i18next'
import type { WalkIn } from '../../api/types'
import { timeAt } from '../../text/dates'
import { initials } from '../board/initials'
import type { WalkInStep } from './queries'
import { Pill } from '../board/status'
import { paths } from '../../page/paths'
import { classes } from '../../govuk/classes'
import { Hidden } from '../../govuk/hidden'

/** The actions that the rows of walk-ins offer, and how the rows show. */
export interface WalkInActions {
  hideNames: boolean
  /** Undefined where nothing can be recorded any more, or not yet. */
  onStep: ((walkIn: WalkIn, step: WalkInStep) => void) | undefined
  /** The address at which the caller corrects a walk-in, if they may. */
  changeAddress: ((walkIn: WalkIn) => string) | undefined
  /** The address at which the caller records the conversation of a walk-in, if they may. */
  conversationAddress: ((walkIn: WalkIn) => string) | undefined
  /** The one that is being changed now. */
  changing: string | undefined
}

/** The name of a person who walked in. */
export function useWalkInName(): (walkIn: WalkIn, hidden?: boolean) => string {
  const { t } = useTranslation('walk-in')
  return (walkIn, hidden = false) =>
    walkIn.name ? (hidden ? initials(walkIn.name) : walkIn.name) : t('prefersNotToSay')
}

/** A row of the board for a person without a booking, with the next step. */
export function WalkInRow({ walkIn, now, actions }: { walkIn: WalkIn; now: Date; actions: WalkInActions }) {
  const { t } = useTranslation('walk-in')
  const call = useWalkInName()
  const { hideNames, onStep, changeAddress, conversationAddress, changing } = actions
  const name = call(walkIn, hideNames)
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(walkIn.arrivedAt).getTime()) / 60_000))
  const next = walkIn.status === 'waiting' ? 'start' : walkIn.status === 'in-conversation' ? 'finish' : undefined
  const busy = changing === walkIn.id
  return (
    <tr className={classes(walkIn.status === 'left' && 'free')}>
      <td className="slots__time">{timeAt(walkIn.arrivedAt)}</td>
      <td className="slots__person">
        {walkIn.personId ? (
          <a className="govuk-link" href={paths.person(walkIn.personId)} id={`walk-in-${walkIn.id}`}>
            {name}
          </a>
        ) : (
          <span id={`walk-in-${walkIn.id}`} tabIndex={-1}>
            {name}
          </span>
        )}
      </td>
      <td className="slots__type">{t('mark', { reason: t(`reason.${walkIn.reason}`) })}</td>
      <td className="slots__status">
        <Pill status={walkIn.status} />
        <span className="pill__more">
          {walkIn.status === 'waiting' && t('minutes', { count: minutes })}
          {walkIn.status === 'in-conversation' && walkIn.withName && t('with', { name: walkIn.withName })}
          {walkIn.status === 'finished' && walkIn.finishedAt && timeAt(walkIn.finishedAt)}
        </span>
      </td>
      <td className="slots__action">
        {onStep && walkIn.status === 'waiting' && (
          <button type="button" className="btn btn--quiet" onClick={() => !busy && onStep(walkIn, 'leave')}>
            <Trans t={t} i18nKey="leave" values={{ name }} components={{ hidden: <Hidden /> }} />
          </button>
        )}
        {onStep && next && (
          <button
            type="button"
            className="btn"
            aria-disabled={busy || undefined}
            onClick={() => !busy && onStep(walkIn, next)}
          >
            <Trans t={t} i18nKey={next} values={{ name }} components={{ hidden: <Hidden /> }} />
          </button>
        )}
        {conversationAddress && walkIn.personId && walkIn.status !== 'left' && (
          <a className="govuk-link slots__change" href={conversationAddress(walkIn)}>
            <Trans t={t} i18nKey="recordConversation" values={{ name }} components={{ hidden: <Hidden /> }} />
          </a>
        )}
        {changeAddress && (
          <a className="govuk-link slots__change" href={changeAddress(walkIn)}>
            <Trans t={t} i18nKey="change" values={{ name }} components={{ hidden: <Hidden /> }} />
          </a>
        )}
      </td>
    </tr>
  )
}

/** The queue on a day without sessions, in the order of the arrivals. */
export function WalkIns({ walkIns, now, actions }: { walkIns: WalkIn[]; now: Date; actions: WalkInActions }) {
  const { t } = useTranslation('walk-in')
  if (walkIns.length === 0) return null
  return (
    <section className="card" aria-labelledby="walk-ins">
      <h2 className="govuk-heading-m" id="walk-ins">
        {t('heading')}
      </h2>
      <table className="slots" aria-labelledby="walk-ins">
        <thead>
          <tr>
            {(['came', 'person', 'reason', 'status'] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col">
              <Hidden>{t('column.action')}</Hidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {walkIns.map((walkIn) => (
            <WalkInRow key={walkIn.id} walkIn={walkIn} now={now} actions={actions} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
