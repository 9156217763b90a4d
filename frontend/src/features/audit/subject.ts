import type { AuditEvent } from '../../api/types'
import { paths } from '../../page/paths'
import type { Authority } from '../../page/authorities'
import { dayAndMonth, timeOfDay } from '../../text/dates'
import { i18next } from '../../text/i18n'

export type Subject = AuditEvent['subjects'][number]

/** Kinds of record without a name of their own. An event of such a kind is described by its action. */
const NAMELESS = ['hold', 'audit', 'council', 'blueprint', 'agreement', 'person-to-tell']

/** The records that an event names, with the day of a board. */
export function subjectsOf(event: AuditEvent): Subject[] {
  const day = event.values.find((value) => event.kind === 'day' && value.name === 'day')?.to
  return event.subjects
    .filter((subject) => !NAMELESS.includes(subject.kind))
    .map((subject) => (subject.kind === 'day' && day ? { ...subject, date: day } : subject))
}

/** The words for a record: a person by name and reference, a place by its name, a conversation by its day, a session by place, day and time. */
export function subjectText({ kind, exists, name, reference, date, starts }: Subject): string {
  if (!exists) return i18next.t(`audit:subject.gone.${kind === 'person' || kind === 'member' ? kind : 'other'}`)
  if (kind === 'person')
    return name
      ? i18next.t('audit:subject.person', { name, reference })
      : i18next.t('audit:subject.reference', { reference })
  if (kind === 'conversation' && date) return i18next.t('audit:subject.conversation', { day: dayAndMonth(date) })
  if (date && starts)
    return i18next.t('audit:subject.atTime', { name, day: dayAndMonth(date), time: timeOfDay(starts) })
  if (date) return i18next.t('audit:subject.onDay', { name, day: dayAndMonth(date) })
  return name ?? (kind === 'figure-look' ? i18next.t('audit:subject.unreadable') : '')
}

/** The page of a record, if there is one that the reader may open. */
export function pageOf(subject: Subject, may: (authority: Authority) => boolean): string | undefined {
  const { kind, id, exists, name, hubId, date } = subject
  if (!exists) return undefined
  if (kind === 'person') return name && may('person:read') ? paths.person(id) : undefined
  if (kind === 'member') return may('member:write') ? paths.teamMember(id) : undefined
  if (kind === 'hub') return paths.hub(id)
  if (kind === 'session') return paths.session(id)
  if (kind === 'series') return paths.series(id)
  if (!hubId || !date || !may('booking:read')) return undefined
  return kind === 'booking' ? paths.booking(hubId, date, id) : paths.day(hubId, date)
}
