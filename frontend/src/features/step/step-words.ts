import type { StepDetails } from '../../api/types'
import { addDays, type Day } from '../../text/dates'

/** The people that a line may name: those of the record, and the team. */
export interface Known {
  people: string[]
  members: { id: string; name: string }[]
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const DUE = new RegExp(
  '[\\s,]+(by |on |before )?(' +
    'today|tomorrow|next week|' +
    '(?:next )?(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)|' +
    '\\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \\d{4})?|' +
    '\\d{1,2}/\\d{1,2}(?:/\\d{4})?' +
    ')[.!]?$',
  'i',
)

/** Words with which a step often begins. They tell "Sam ring Colin" from "Send the leaflet". */
const VERBS = new Set(
  (
    'apply arrange ask book bring buy call check collect come contact drive email fill find fix get give go help join ' +
    'let look make meet move order pay phone refer ring see send share show speak start take talk tell text try visit ' +
    'walk write'
  ).split(' '),
)

const LONGEST = 150

const capitalised = (word: string) => /^\p{Lu}/u.test(word)
const firstName = (name: string) => (name.split(' ')[0] ?? '').toLowerCase()

/** The day that is meant, the next one of its name: a weekday is never today. */
function dayOf(words: string, today: Day): Day | undefined {
  const text = words.toLowerCase()
  if (text === 'today') return today
  if (text === 'tomorrow') return addDays(today, 1)
  if (text === 'next week') return addDays(today, 7)
  const weekday = WEEKDAYS.indexOf(text.replace('next ', '').slice(0, 3))
  if (weekday >= 0) {
    const ahead = (weekday - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7
    return addDays(today, ahead === 0 ? 7 : ahead)
  }
  const [day = '', month = '', year] = text.split(/[ /]/)
  const number = month.match(/^\d/) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1
  return dated(Number.parseInt(day), number, year, today)
}

/** A day without a year is the next one of that date. */
function dated(day: number, month: number, year: string | undefined, today: Day): Day | undefined {
  const thisYear = Number(today.slice(0, 4))
  const made = (of: number) => {
    const date = new Date(Date.UTC(of, month - 1, day))
    return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined
  }
  const found = made(year ? Number(year) : thisYear)
  return found && !year && found < today ? made(thisYear + 1) : found
}

/** Whether the last words are a day. "Sat" and "sun" are other words too, unless they are written as days are. */
function splitDue(line: string, today: Day): { rest: string; due?: Day | undefined } {
  const match = DUE.exec(line)
  const [whole = '', before, words = ''] = match ?? []
  if (!match || (/^(sat|sun)$/i.test(words) && !before && !capitalised(words))) return { rest: line }
  const due = dayOf(words, today)
  return due ? { rest: line.slice(0, line.length - whole.length), due } : { rest: line }
}

/**
 * Understands a line such as "Sam ring Colin Thu" as a step, for the writer to accept or to change. What it does not
 * understand stays in the words.
 */
export function proposeStep(line: string, today: Day, { people, members }: Known): StepDetails {
  const { rest, due } = splitDue(line.trim(), today)
  const [first = '', second = '', ...others] = rest.split(/\s+/)
  const will = /^(will|to)$/i.test(second)
  const what = will ? others.join(' ') : [second, ...others].join(' ')
  const is = (name: string) => firstName(name) === first.toLowerCase()
  const by = due ? { due } : {}
  if (what !== '' && (will || VERBS.has(second))) {
    const [member, another] = members.filter(({ name }) => is(name))
    // "Likes to sit outside" names no one.
    const isNamed = /^will$/i.test(second) || VERBS.has(what.split(' ')[0] ?? '')
    if (/^(i|we)$/i.test(first)) return { what, owner: 'council', ...by }
    if (people.some(is) || /^(he|she|they)$/i.test(first)) return { what, owner: 'person', ...by }
    if (member && !another) return { what, owner: 'council', memberId: member.id, ...by }
    if (isNamed && capitalised(first) && !VERBS.has(first.toLowerCase())) return { what, ownerName: first, ...by }
  }
  return { what: rest, ...by }
}

/** The steps that a text seems to agree: lines and sentences that say who does what by which day. */
export function stepsIn(text: string, today: Day, known: Known): StepDetails[] {
  return text
    .split(/\n+|(?<=[.!?;])\s+/)
    .map((part) =>
      part
        .trim()
        .replace(/^[-*•]\s*/, '')
        .replace(/;$/, ''),
    )
    .filter((part) => part !== '' && part.length <= LONGEST)
    .map((part) => proposeStep(part, today, known))
    .filter(({ due, owner, ownerName }) => due !== undefined && (owner !== undefined || ownerName !== undefined))
}
