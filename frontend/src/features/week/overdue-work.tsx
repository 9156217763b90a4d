import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { unreadable } from '../../page/problem-text'
import { longDate } from '../../text/dates'
import { overdueQuery } from './queries'

/** How much work has waited longer than two working days, for a lead: numbers for each hub, and no names. */
export function OverdueWork() {
  const { t } = useTranslation('week')
  const { data, error, isError } = useQuery(overdueQuery())
  if (!data && !isError) return null
  return (
    <section aria-labelledby="overdue">
      <h2 className="govuk-heading-m" id="overdue">
        {t('overdue.heading')}
      </h2>
      {!data && <p className="govuk-body">{unreadable(error, t('overdue.unavailable'))}</p>}
      {data && data.items.length === 0 && data.conversationsWithoutHub === 0 && (
        <p className="govuk-body">{t('overdue.none')}</p>
      )}
      {data && (data.items.length > 0 || data.conversationsWithoutHub > 0) && (
        <>
          <p className="govuk-body">{t('overdue.intro', { date: longDate(data.until) })}</p>
          <table className="govuk-table" aria-labelledby="overdue">
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                <th scope="col" className="govuk-table__header">
                  {t('hub')}
                </th>
                <th scope="col" className="govuk-table__header govuk-table__header--numeric">
                  {t('overdue.attendance')}
                </th>
                <th scope="col" className="govuk-table__header govuk-table__header--numeric">
                  {t('overdue.conversations')}
                </th>
              </tr>
            </thead>
            <tbody className="govuk-table__body">
              {data.items.map((hub) => (
                <Row
                  key={hub.hubId}
                  name={hub.hubName}
                  attendance={hub.attendanceToRecord}
                  conversations={hub.conversationsToFinish}
                />
              ))}
              {data.conversationsWithoutHub > 0 && (
                <Row name={t('overdue.without')} attendance={0} conversations={data.conversationsWithoutHub} />
              )}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Row({ name, attendance, conversations }: { name: string; attendance: number; conversations: number }) {
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {name}
      </th>
      <td className="govuk-table__cell govuk-table__cell--numeric">{attendance}</td>
      <td className="govuk-table__cell govuk-table__cell--numeric">{conversations}</td>
    </tr>
  )
}
