import type { Booking, WalkIn } from '../../api/types'
import { useForm } from '../../page/form'
import { reasonFault } from '../../page/reason'
import { timeAt } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { readTime } from '../../text/times'

export type CorrectedStatus = Booking['status'] | WalkIn['status']

export const TIMES = ['arrived', 'started', 'finished'] as const

type TimeName = (typeof TIMES)[number]

interface CorrectionValues extends Record<TimeName, string> {
  status: string
  askedBy: string
  reason: string
}

/** The times that a status has. A walk-in has come already when it is in the queue. */
const TIMES_OF: Record<CorrectedStatus, readonly TimeName[]> = {
  expected: [],
  'did-not-attend': [],
  cancelled: [],
  waiting: ['arrived'],
  left: ['arrived'],
  arrived: ['arrived'],
  'in-conversation': ['arrived', 'started'],
  finished: TIMES,
}

type Recorded = Pick<Booking, 'arrivedAt' | 'startedAt' | 'finishedAt'>

/** The times that are recorded, else those that are likely, as a member of staff types them. */
export function timesOf(recorded: Recorded, likely: Partial<Record<TimeName, string>> = {}) {
  const said = (instant: string | null | undefined, else_: string | undefined) =>
    instant ? timeAt(instant) : (else_ ?? '')
  return {
    arrived: said(recorded.arrivedAt, likely.arrived),
    started: said(recorded.startedAt, likely.started),
    finished: said(recorded.finishedAt, likely.finished),
  }
}

/** The form of a correction: the status, its times and the reason. */
export function useCorrectionForm<Status extends CorrectedStatus>(
  statuses: readonly Status[],
  start: () => Record<TimeName, string>,
) {
  const form = useForm<CorrectionValues>(() => ({ status: '', askedBy: '', reason: '', ...start() }))
  const status = statuses.find((each) => each === form.values.status)
  const times = status ? TIMES_OF[status] : []

  /** The request, or undefined with the errors shown. */
  function read() {
    const read = times.map((name) => [name, readTime(form.values[name])] as const)
    const { askedBy } = form.values
    const party: 'person' | 'us' | undefined = askedBy === 'person' || askedBy === 'us' ? askedBy : undefined
    const asks = status === 'cancelled'
    const reason = reasonFault(form.values.reason)
    const wrong = (field: keyof CorrectionValues, key: string) => ({ field, text: lookup('correction', 'error', key) })
    const found = [
      ...(status ? [] : [wrong('status', 'status')]),
      ...read.filter(([, time]) => time === undefined).map(([name]) => wrong(name, name)),
      ...(asks && !party ? [wrong('askedBy', 'askedBy')] : []),
      ...(reason ? [wrong('reason', reason)] : []),
    ]
    if (form.fail(found) || !status) return undefined
    return {
      status,
      ...(Object.fromEntries(read) as Partial<Record<TimeName, string>>),
      ...(asks && party && { askedBy: party }),
      reason: form.values.reason.trim(),
    }
  }

  return { ...form, statuses, times, read }
}
