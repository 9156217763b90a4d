import { Trans, useTranslation } from 'react-i18next'
import type { DaySession } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { timeRange } from '../../text/dates'
import type { RowActions } from './row-actions'

/** The number of people without a name, and the links to record the session as a whole. */
export function SessionRecords({ session, actions }: { session: DaySession; actions: RowActions }) {
  const { t } = useTranslation('board')
  const times = timeRange(session.starts, session.ends)
  const known = session.headcount != null
  const { headcountAddress, paperAddress } = actions
  if (!known && !headcountAddress && !paperAddress) return null
  return (
    <ul className="govuk-list govuk-body-s session-records">
      {known && <li>{t('headcount.came', { count: session.headcount ?? 0 })}</li>}
      {headcountAddress && (
        <li>
          <a className="govuk-link" href={headcountAddress(session)}>
            <Trans
              t={t}
              i18nKey={known ? 'headcount.change' : 'headcount.record'}
              values={{ times }}
              components={{ hidden: <Hidden /> }}
            />
          </a>
        </li>
      )}
      {paperAddress && (
        <li>
          <a className="govuk-link" href={paperAddress(session)}>
            <Trans t={t} i18nKey="headcount.paper" values={{ times }} components={{ hidden: <Hidden /> }} />
          </a>
        </li>
      )}
    </ul>
  )
}
