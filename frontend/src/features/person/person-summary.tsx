import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types'
import { SummaryList } from '../../govuk/summary-list'
import { plainDate } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { spacedNhsNumber } from './person-form'

export function PersonSummary({ person, changeAddress }: { person: Person; changeAddress?: string | undefined }) {
  const { t } = useTranslation(['person', 'common'])
  const none = t('person:none')
  const change = (hidden: string) =>
    changeAddress ? { actions: [{ text: t('common:change'), href: changeAddress, hidden }] } : {}
  const contact = [person.phone, person.email].filter((way): way is string => Boolean(way))
  return (
    <SummaryList
      rows={[
        { key: t('person:summary.name'), value: person.name, ...change(t('person:hidden.name')) },
        { key: t('person:summary.reference'), value: <span className="reference">{person.reference}</span> },
        {
          key: t('person:summary.contact'),
          value: contact.length > 0 ? contact.map((way) => <div key={way}>{way}</div>) : t('person:field.noContact'),
          ...change(t('person:hidden.contact')),
        },
        {
          key: t('person:summary.born'),
          value: person.dateOfBirth ? plainDate(person.dateOfBirth) : none,
          ...change(t('person:hidden.born')),
        },
        {
          key: t('person:summary.street'),
          value: person.street ?? none,
          ...change(t('person:hidden.street')),
        },
        {
          key: t('person:summary.nhsNumber'),
          value: person.nhsNumber ? <span className="reference">{spacedNhsNumber(person.nhsNumber)}</span> : none,
          ...change(t('person:hidden.nhsNumber')),
        },
        {
          key: t('person:summary.needs'),
          value:
            person.needs.length > 0 || person.needsNote ? (
              <>
                {person.needs.map((need) => (
                  <div key={need}>{lookup('person', 'need', need)}</div>
                ))}
                {person.needsNote && <div>{person.needsNote}</div>}
              </>
            ) : (
              none
            ),
          ...change(t('person:hidden.needs')),
        },
      ]}
    />
  )
}
