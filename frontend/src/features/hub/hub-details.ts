import { useTranslation } from 'react-i18next'
import type { Detail } from '../../page/conflict-table'
import { timeRange } from '../../text/dates'
import { hubOf, WEEK, type HubForm } from './hub-form'
import { lookup } from '../../text/lookup'

/** Each detail of a hub in words, hours by day, however they were typed. */
function useInWords() {
  const { t } = useTranslation('hub')
  return (form: HubForm): [string, string][] => {
    const hub = hubOf(form)
    return [
      [t('field.name'), hub.name],
      [t('field.address'), hub.address.join(', ')],
      [t('field.postcode'), hub.postcode],
      [t('one.access'), (hub.accessFeatures ?? []).map((feature) => lookup('hub', 'feature', feature)).join(', ')],
      ...WEEK.map((day): [string, string] => [
        t('field.hoursOn', { day: lookup('common', 'weekday', day) }),
        (hub.openingHours ?? [])
          .filter((stretch) => stretch.day === day)
          .map(({ opens, closes }) => timeRange(opens, closes))
          .join(', '),
      ]),
      [t('field.dropIn'), t(hub.dropIn ? 'one.yes' : 'one.no')],
      [t('one.coLocated'), (hub.coLocated ?? []).join(', ')],
      [t('one.directions'), hub.directions ?? ''],
      [t('one.website'), hub.website ?? ''],
      [t('one.uprn'), hub.uprn ?? ''],
    ]
  }
}

/** The details of a hub that another member of staff saved, beside what is typed here. */
export function useHubDetails(): (theirs: HubForm, mine: HubForm) => Detail[] {
  const inWords = useInWords()
  return (theirs, mine) => {
    const there = inWords(theirs)
    return inWords(mine).map(([name, text], at) => ({ name, theirs: there[at]?.[1] ?? '', mine: text }))
  }
}
