import { useTranslation } from 'react-i18next'
import type { ChangeOutcome } from '../../api/types'
import { Details } from '../../govuk/details'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { dayAndMonth, longDate, timeOfDay, timeRange } from '../../text/dates'
import { paths } from '../../page/paths'

/** In words what becomes of sessions and of the people booked in them, with their names for whom may read them. */
export function AffectedPeople({ outcome, verb }: { outcome: ChangeOutcome; verb: 'changes' | 'cancels' }) {
  const { t } = useTranslation('session-change')
  const { sessions, booked, moved, cancelled, people } = outcome
  const first = sessions[0]
  const last = sessions.at(-1)
  const stay = booked - moved - cancelled
  const affected = moved + cancelled
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
      {people.length > 0 && (
        <Table
          className="stacks"
          firstCellIsHeader
          caption={t('affected.people')}
          captionClassName="govuk-table__caption--s"
          head={[{ text: t('column.person') }, { text: t('column.booked') }, { text: t('column.becomes') }]}
          rows={people.map((each) => ({
            key: each.bookingId,
            cells: [
              <a className="govuk-link" href={paths.person(each.personId)} key="person">
                {each.personName}
              </a>,
              t('affected.at', { time: timeOfDay(each.starts), date: dayAndMonth(each.date) }),
              each.movedTo ? t('affected.movedTo', { time: timeOfDay(each.movedTo) }) : t('affected.isCancelled'),
            ],
          }))}
        />
      )}
      {affected > 0 && (
        <InsetText>
          {people.length === 0 && <p>{t('affected.unnamed')}</p>}
          <p>{t('affected.tell', { count: affected })}</p>
        </InsetText>
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
