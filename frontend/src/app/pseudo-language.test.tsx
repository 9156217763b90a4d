import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  aDay,
  aHub,
  aLead,
  AGREEMENT,
  aMember,
  aMorning,
  anInvitation,
  aPerson,
  personBookings,
  aSession,
  aSeriesSummary,
  aSessionSummary,
  aWholeSession,
  freeSlots,
  LIBRARY,
  MARGARET,
  MORNING,
  OWN_SETTINGS,
} from '../test/builders'
import { open } from '../test/open'
import { glued, speakEnglish, speakPseudo, untranslated } from '../test/pseudo'
import { answers } from '../test/server'

const hub = aHub()
const session = aWholeSession()
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** Dates are in the words of the browser, which has none for a language that no one speaks. */
const DATE = new RegExp(`\\b(?:\\d{1,2} (?:${MONTHS})|(?:${MONTHS}) \\d{1,2})\\b`)

/** Each page with what the API answers for it. What comes from there is data, and stays as it is. */
const PAGES: [address: string, answered: Record<string, unknown>][] = [
  ['/hubs', { '/api/hubs': { items: [hub], total: 1, page: 0, size: 25 } }],
  ['/hubs?search=zz', { '/api/hubs': { items: [], total: 0, page: 0, size: 25 } }],
  [`/hubs/${LIBRARY}`, { [`/api/hubs/${LIBRARY}`]: hub, [`/api/hubs/${LIBRARY}/sessions`]: { items: [] } }],
  [`/hubs/${LIBRARY}/edit`, { [`/api/hubs/${LIBRARY}`]: hub }],
  [`/hubs/${LIBRARY}/rooms`, { [`/api/hubs/${LIBRARY}`]: hub }],
  [`/hubs/${LIBRARY}/closures`, { [`/api/hubs/${LIBRARY}`]: hub }],
  [
    `/hubs/${LIBRARY}/sessions`,
    { [`/api/hubs/${LIBRARY}`]: hub, [`/api/hubs/${LIBRARY}/sessions`]: { items: [aSessionSummary('2026-11-26')] } },
  ],
  [
    `/hubs/${LIBRARY}/series`,
    { [`/api/hubs/${LIBRARY}`]: hub, [`/api/hubs/${LIBRARY}/series`]: { items: [aSeriesSummary()] } },
  ],
  [`/hubs/${LIBRARY}/days/2026-11-24`, { [`/api/hubs/${LIBRARY}/days/2026-11-24`]: aMorning() }],
  [
    `/hubs/${LIBRARY}/days/2026-11-24`,
    { [`/api/hubs/${LIBRARY}/days/2026-11-24`]: aDay({ next: { date: '2026-11-26', starts: '09:30' } }) },
  ],
  [`/hubs/${LIBRARY}/days/2026-11-24/sheet`, { [`/api/hubs/${LIBRARY}/days/2026-11-24`]: aMorning() }],
  [
    `/hubs/${LIBRARY}/days/2026-11-24/book`,
    {
      [`/api/hubs/${LIBRARY}/days/2026-11-24`]: aMorning(),
      [`/api/hubs/${LIBRARY}/free-slots`]: { items: freeSlots() },
    },
  ],
  [`/hubs/${LIBRARY}/days/2026-11-24/walk-in`, { [`/api/hubs/${LIBRARY}/days/2026-11-24`]: aMorning() }],
  [`/sessions/${session.id}`, { [`/api/sessions/${session.id}`]: session, [`/api/hubs/${session.hubId}`]: hub }],
  ['/people', {}],
  ['/people/new', {}],
  [
    `/people/${MARGARET}`,
    {
      [`/api/people/${MARGARET}`]: aPerson(),
      [`/api/people/${MARGARET}/bookings`]: { items: personBookings() },
    },
  ],
  [`/people/${MARGARET}/edit`, { [`/api/people/${MARGARET}`]: aPerson() }],
  ['/settings', { '/api/settings': OWN_SETTINGS, '/api/agreement': AGREEMENT }],
  ['/settings/contact', { '/api/settings': OWN_SETTINGS }],
  ['/settings/labels', { '/api/settings': OWN_SETTINGS }],
  [
    '/team',
    {
      '/api/members': { items: [aMember('Priya Nair')], next: null, activeLeads: 1 },
      '/api/invitations': { items: [anInvitation('amir@larkshire.example')] },
    },
  ],
  ['/nowhere', {}],
]

beforeEach(() => {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
  return speakPseudo()
})
afterEach(speakEnglish)

describe('in another language', () => {
  it.each(PAGES)('no text of %s stays English, and none is put together from parts', async (address, answered) => {
    for (const [path, body] of Object.entries(answered))
      answers('get', path, body as never, { headers: { ETag: '"1"' } })
    open(address, { council: aLead() })

    await screen.findByRole('heading', { level: 1 })
    const data = JSON.stringify([answered, aLead(), aSession(), 'Alongside'])
    expect(untranslated(data).filter((text) => !DATE.test(text))).toEqual([])
    expect(glued()).toEqual([])
  })
})
