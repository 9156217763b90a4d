import i18next from 'i18next'
import type { Problem } from '../../api/problem'
import type { PaperRecord, PaperSheet } from '../../api/types'
import type { FormError } from '../../page/form'
import { lookup } from '../../text/lookup'
import { arrivedId, outcomeId, whoId, type PaperForm } from './paper-form'

interface RejectedRow {
  kind: 'booking' | 'walk-in'
  row: number
  reason: 'not-started' | 'in-the-future' | 'recorded-already'
}

/** The rows that the service rejected, each as an error of its own control. */
export function rejectedRows(
  problem: Problem,
  sent: PaperRecord,
  sheet: PaperSheet,
  form: PaperForm,
): FormError<string>[] {
  const rows = (problem.body.rows ?? []) as RejectedRow[]
  const walkIns = form.walkIns.filter(({ who }) => who !== undefined)
  return rows.map(({ kind, row, reason }) => {
    const inTime = reason === 'in-the-future'
    if (kind === 'walk-in') {
      const walkIn = walkIns[row]
      const key = walkIn?.key ?? 0
      return {
        field: inTime ? arrivedId(key) : whoId(key),
        text: i18next.t(`paper:rejected.${reason}`, { name: walkIn?.who?.name ?? '' }),
      }
    }
    const id = sent.bookings[row]?.bookingId ?? ''
    const name = sheet.rows.find(({ bookingId }) => bookingId === id)?.personName ?? ''
    return {
      field: inTime ? arrivedId(id) : outcomeId(id),
      text: i18next.t(`paper:rejected.${reason}`, { name }),
    }
  })
}

/** The bookings marked here that another member of staff has recorded since the page was read. */
export function changedRows(before: PaperSheet, now: PaperSheet, form: PaperForm): FormError<string>[] {
  const changed = now.rows.flatMap(({ bookingId, version, personName, status }) => {
    const was = before.rows.find((row) => row.bookingId === bookingId)
    const outcome = form.rows[bookingId]?.outcome
    return was && was.version !== version && outcome
      ? [
          {
            text: i18next.t('paper:changed.row', {
              name: personName,
              status: lookup('board', 'status', status),
              mine: lookup('paper', 'outcome', outcome),
            }),
          },
        ]
      : []
  })
  return before.headcountVersion !== now.headcountVersion && form.people !== ''
    ? [...changed, { field: 'people', text: i18next.t('paper:changed.people', { count: now.headcount ?? 0 }) }]
    : changed
}
