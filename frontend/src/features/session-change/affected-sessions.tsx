import { useTranslation } from 'react-i18next'
import type { ChangeOutcome } from '../../api/types'
import { Details } from '../../govuk/details'
import { longDate, timeRange } from '../../text/dates'

/** Says in words which sessions a change affects, and how many of their bookings. */
export function AffectedSessions({ outcome, verb }: { outcome: ChangeOutcome; verb: 'changes' | 'cancels' }) {
  const { t } = useTranslation('session-change')
  const { sessions, booked, moved, cancelled } = outcome
  const first = sessions[0]
  const last = sessions.at(-1)
  const stay = booked - moved - cancelled
  return (
    <section aria-labelledby="affected">
      <h2 className="govuk-heading-m" id="affected">
        {t('affected.heading')}
      </h2>
      {!first || !last ? (
        <p className="govuk-body">{t(`affected.${verb}None`)}</p>
      ) : (
        <p className="govuk-body">
          {sessions.length === 1
            ? t(`affected.${verb}One`, { date: longDate(first.date) })
            : t(`affected.${verb}Many`, {
                count: sessions.length,
                first: longDate(first.date),
                last: longDate(last.date),
              })}
        </p>
      )}
      {booked === 0 ? (
        sessions.length > 0 && <p className="govuk-body">{t('affected.noneBooked')}</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {verb === 'changes' && stay > 0 && <li>{t('affected.stay', { count: stay })}</li>}
          {verb === 'cancels' && stay > 0 && <li>{t('affected.here', { count: stay })}</li>}
          {moved > 0 && <li>{t('affected.moved', { count: moved })}</li>}
          {cancelled > 0 && (
            <li>{t(verb === 'changes' ? 'affected.noPlace' : 'affected.cancelled', { count: cancelled })}</li>
          )}
        </ul>
      )}
      {sessions.length > 1 && (
        <Details summary={t('affected.which', { count: sessions.length })}>
          <ul className="govuk-list">
            {sessions.map((session) => (
              <li key={session.id}>
                {t(session.booked > 0 ? 'affected.sessionBooked' : 'affected.session', {
                  date: longDate(session.date),
                  times: timeRange(session.starts, session.ends),
                  count: session.booked,
                })}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}
