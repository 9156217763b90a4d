import { dayAt, plainDate, timeAt } from '../../text/dates'
import { i18next } from '../../text/i18n'

/** "checked someone in": what an entry says was done. A word that is new here is shown as it is. */
export function actionText(kind: string, action: string): string {
  const key = `audit:did.${kind}.${action}`
  if (i18next.exists(key)) return i18next.t(key as 'audit:did.person.read')
  return i18next.t('audit:other', { kind, action: action.replaceAll('-', ' ') })
}

/** Who did it: a member by name, never a resident. */
export function actor(kind: string, name?: string | null): string {
  if (kind === 'operator') return i18next.t('audit:operator')
  if (kind === 'service') return i18next.t('audit:service')
  return name ?? i18next.t('audit:formerly')
}

/** "24 November 2026 at 9:32am" */
export function moment(at: string): string {
  return i18next.t('audit:when', { day: plainDate(dayAt(at)), time: timeAt(at) })
}
