import type { AuditEvent } from '../../api/types'
import { isDay, longDate, timeRange } from '../../text/dates'
import { i18next } from '../../text/i18n'
import { findText, lookup } from '../../text/lookup'

type Value = AuditEvent['values'][number]

const OPENING = 'open-'

/** A value before and after a change, such as "Opening hours on Monday: 9am to 5pm → 10am to 4pm". */
export function valueText({ name, from, to }: Value): string {
  const what = name.startsWith(OPENING)
    ? i18next.t('audit:opening', { day: lookup('common', 'weekday', name.slice(OPENING.length)) })
    : lookup('audit', 'value', name)
  const how = from && to ? 'both' : from ? 'from' : to ? 'to' : 'name'
  return i18next.t(`audit:change.${how}`, { what, from: from && inWords(name, from), to: to && inWords(name, to) })
}

/** A kept value in the reader's language: times, days, and words of the API. Other values are what people typed. */
function inWords(name: string, value: string): string {
  if (name.startsWith(OPENING))
    return value.replace(/(\d\d:\d\d)-(\d\d:\d\d)/g, (_, starts: string, ends: string) => timeRange(starts, ends))
  if (isDay(value)) return longDate(value)
  if (['roles', 'status', 'drop-in', 'reason'].includes(name))
    return value
      .split(', ')
      .map((word) => findText(`audit:word.${word}`) ?? word)
      .join(', ')
  if (name === 'kind') return lookup('audit', 'kind', value)
  return value
}
