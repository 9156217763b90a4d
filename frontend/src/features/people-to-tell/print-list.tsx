import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../../api/queries'
import type { PersonToTell } from '../../api/types'
import { Button } from '../../govuk/button'
import { useNow } from '../../page/now'
import { longDate, timeAt, today } from '../../text/dates'
import { useNumberedPages } from '../day-sheet/numbered-pages'
import { WhatChanged } from './what-changed'

interface PrintListProps {
  people: PersonToTell[]
  call: (person: PersonToTell) => string
}

/** A button that prints the list, and the list on paper, which the screen does not show: a row with a box for each person. */
export function PrintList({ people, call }: PrintListProps) {
  const { t } = useTranslation(['people-to-tell', 'day-sheet'])
  const { data: session } = useQuery({ ...sessionQuery(), enabled: false })
  const now = useNow()
  useNumberedPages()
  return (
    <>
      <Button type="button" className="govuk-button--secondary" onClick={() => window.print()}>
        {t('print.button')}
      </Button>
      <div className="day-sheet only-printed">
        <table>
          <caption>{t('print.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="day-sheet__tick">
                {t('print.told')}
              </th>
              <th scope="col">{t('print.person')}</th>
              <th scope="col">{t('print.phone')}</th>
              <th scope="col">{t('print.changed')}</th>
              <th scope="col" className="day-sheet__notes">
                {t('day-sheet:column.notes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <td className="day-sheet__tick">
                  <span className="day-sheet__box" aria-hidden="true" />
                </td>
                <td>
                  {call(person)} <span className="slots__reference">{person.personReference}</span>
                </td>
                <td>{person.phone ?? person.email ?? t('print.noPhone')}</td>
                <td>
                  <WhatChanged person={person} />
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        <p className="day-sheet__by">
          {t('day-sheet:printed', { name: session?.name, time: timeAt(now), date: longDate(today(now)) })}
        </p>
      </div>
    </>
  )
}
