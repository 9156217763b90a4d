import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OverdueWork } from '../../api/types'
import { paths } from '../../page/paths'
import { unreadable } from '../../page/problem-text'
import { longDate } from '../../text/dates'
import { overdueQuery } from './queries'

/** How much work has waited longer than two working days, for a lead: numbers for each hub, and no names. */
export function OverdueWorkOfHubs() {
  const { t } = useTranslation('week')
  const { data, error, isError } = useQuery(overdueQuery())
  if (!data && !isError) return null
  return (
    <section aria-labelledby="overdue">
      <h2 className="govuk-heading-m" id="overdue">
        {t('overdue.heading')}
      </h2>
      {!data && <p className="govuk-body">{unreadable(error, t('overdue.unavailable'))}</p>}
      {data && isEmpty(data) && <p className="govuk-body">{t('overdue.none')}</p>}
      {data && !isEmpty(data) && (
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
                <th scope="col" className="govuk-table__header govuk-table__header--numeric">
                  {t('overdue.steps')}
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
                  steps={hub.stepsToDo}
                />
              ))}
              {hasNoHub(data) && (
                <Row
                  name={t('overdue.without')}
                  attendance={0}
                  conversations={data.conversationsWithoutHub}
                  steps={data.stepsWithoutHub}
                />
              )}
            </tbody>
          </table>
        </>
      )}
      {data && data.conversationsWithoutReaders > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.withoutReaders}>
            {t('overdue.withoutReaders', { count: data.conversationsWithoutReaders })}
          </a>
        </p>
      )}
    </section>
  )
}

function hasNoHub({ conversationsWithoutHub, stepsWithoutHub }: OverdueWork): boolean {
  return conversationsWithoutHub > 0 || stepsWithoutHub > 0
}

function isEmpty(work: OverdueWork): boolean {
  return work.items.length === 0 && !hasNoHub(work)
}

interface RowProps {
  name: string
  attendance: number
  conversations: number
  steps: number
}

function Row({ name, attendance, conversations, steps }: RowProps) {
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {name}
      </th>
      <td className="govuk-table__cell govuk-table__cell--numeric">{attendance}</td>
      <td className="govuk-table__cell govuk-table__cell--numeric">{conversations}</td>
      <td className="govuk-table__cell govuk-table__cell--numeric">{steps}</td>
    </tr>
  )
}
