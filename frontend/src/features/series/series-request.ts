import type { NewSeries, SessionChange } from '../../api/types'
import { dayOf, isEmpty } from '../../govuk/date-parts'
import { readTime } from '../../text/times'
import { DAYS, everyOf, type SeriesForm, type TimeForm } from './series-form'

/** Monday is first. */
export function weekdayOf(day: string): (typeof DAYS)[number] {
  return DAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday'
}

/** Returns a day's position among the same weekdays of its month; the fifth counts as the last. */
export function weekOf(day: string): number {
  const date = Number(day.slice(8))
  return date > 28 ? -1 : Math.ceil(date / 7)
}

/** Times, breaks, slots, places, kind, room and staff as the service takes them. Only for a form without faults. */
export function arrangementOf(form: TimeForm): Omit<SessionChange, 'scope'> {
  const breaks = form.breaks
    .map((each) => ({ starts: readTime(each.starts) ?? '', ends: readTime(each.ends) ?? '' }))
    .filter((each) => each.starts && each.ends)
  return {
    starts: readTime(form.starts) ?? '',
    ends: readTime(form.ends) ?? '',
    ...(breaks.length > 0 ? { breaks } : {}),
    ...(form.slotMinutes === 'dropIn'
      ? {}
      : {
          slotMinutes: Number(form.slotMinutes === 'other' ? form.otherMinutes : form.slotMinutes),
          placesPerSlot: Number(form.placesPerSlot),
        }),
    ...(form.kind.trim() ? { kind: form.kind.trim() } : {}),
    ...(form.roomId && form.roomId !== 'other'
      ? { roomId: form.roomId }
      : form.room.trim()
        ? { room: form.room.trim() }
        : {}),
    ...(form.staff.length > 0 ? { staff: form.staff } : {}),
  }
}

/** Only for a form without faults. */
export function seriesOf(form: SeriesForm, skip: string[], keep: string[]): NewSeries {
  const from = dayOf(form.from)
  const ending = {
    ...(form.end === 'on' ? { until: dayOf(form.until) } : {}),
    ...(form.end === 'times' ? { times: Number(form.times) } : {}),
  }
  const what = { ...arrangementOf(form), skip: [...skip].sort(), keep: [...keep].sort() }
  if (form.repeats === 'no') return { repeats: 'dates', dates: [from], ...what }
  if (form.repeats === 'dates') {
    const more = form.more.filter((date) => !isEmpty(date)).map(dayOf)
    return { repeats: 'dates', dates: [from, ...more], ...what }
  }
  if (form.repeats === 'month') {
    return { repeats: 'monthly', from, days: [weekdayOf(from)], week: weekOf(from), ...ending, ...what }
  }
  return {
    repeats: 'weekly',
    from,
    every: everyOf(form) ?? 1,
    days: DAYS.filter((day) => form.days.includes(day)),
    ...ending,
    ...what,
  }
}
