import { useTranslation } from 'react-i18next'
import type { Hub, NewSeries, NewSession } from '../../api/types'
import type { SummaryRow } from '../../govuk/summary-list'
import { timeRange } from '../../text/dates'
import { roomInWords, usePlanInWords } from './plan-in-words'

/**
 * The rows of a summary with what a session and a series have in common. Each has a link to its field in the form at
 * an address.
 */
export function usePlanRows(plan: NewSeries | NewSession, hub: Hub, form: string) {
  const { t } = useTranslation(['series', 'common'])
  const words = usePlanInWords()
  const none = t('common:notProvided')
  const change = (field: string, hidden: string) => ({
    actions: [{ text: t('common:change'), href: `${form}#${field}`, hidden }],
  })
  const { kind, staff, starts, ends, breaks, slotMinutes, placesPerSlot } = plan
  const what: SummaryRow[] = [
    { key: t('series:check.kind'), value: kind ?? none, ...change('kind', t('series:check.hidden.kind')) },
    {
      key: t('series:check.room'),
      value: roomInWords(hub.rooms, plan) ?? none,
      ...change(hub.rooms.length > 0 ? 'roomId' : 'room', t('series:check.hidden.room')),
    },
    {
      key: t('series:check.staff'),
      value: staff ? words.staff(staff) : none,
      ...change('staff', t('series:check.hidden.staff')),
    },
  ]
  const times: SummaryRow[] = [
    {
      key: t('series:check.times'),
      value: timeRange(starts, ends),
      ...change('starts', t('series:check.hidden.times')),
    },
    ...(breaks && breaks.length > 0
      ? [
          {
            key: t('series:check.breaks'),
            value: words.breaks(breaks),
            ...change('break-0-starts', t('series:check.hidden.breaks')),
          },
        ]
      : []),
    {
      key: t('series:check.length'),
      value: words.length(plan),
      ...change('slotMinutes', t('series:check.hidden.length')),
    },
    ...(slotMinutes
      ? [
          {
            key: t('series:check.places'),
            value: placesPerSlot,
            ...change('placesPerSlot', t('series:check.hidden.places')),
          },
        ]
      : []),
  ]
  return { what, times, change }
}
