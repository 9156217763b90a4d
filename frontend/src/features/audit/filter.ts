import { isDay } from '../../text/dates'
import { paths } from '../../page/paths'
import { RECORDS, type Kept, type Wanted } from './queries'

/** The kinds of event that each record can be filtered by. */
export const KINDS = {
  work: ['person', 'booking', 'hold', 'walk-in', 'conversation', 'day', 'slot', 'session', 'series', 'hub', 'audit'],
  team: ['member', 'invitation', 'support-grant', 'council', 'blueprint', 'audit'],
} as const

/** The record that an address asks for. */
export function record(asked: URLSearchParams): Kept {
  return RECORDS.find((one) => one === asked.get('record')) ?? 'work'
}

/** The filter that an address asks for. Everything that is no filter is left out. */
export function wanted(asked: URLSearchParams): Wanted {
  const kind = KINDS[record(asked)].find((one) => one === asked.get('kind'))
  const memberId = asked.get('memberId')
  const subjectId = asked.get('subjectId')
  const from = asked.get('from') ?? ''
  const to = asked.get('to') ?? ''
  const after = asked.get('after')
  return {
    ...(kind && { kind }),
    ...(memberId && { memberId }),
    ...(subjectId && { subjectId }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(after && { after }),
  }
}

/** The address of a record with a filter. */
export function address(of: Kept, now: Wanted): string {
  const asked = new URLSearchParams(Object.entries(now).map(([name, value]) => [name, String(value)]))
  if (of !== 'work') asked.set('record', of)
  return asked.size === 0 ? paths.audit : `${paths.audit}?${asked.toString()}`
}

/** The address of a record with one more choice, on its first page: the present one belongs to the present choice. */
export function choosing(of: Kept, now: Wanted, choice: { [Key in keyof Wanted]: Wanted[Key] | undefined }) {
  const chosen = { ...now, after: undefined, ...choice }
  return address(of, Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)) as Wanted)
}
