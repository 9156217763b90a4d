import { waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import type { Session } from '../api/session'
import type { Council, WalkIn } from '../api/types'
import {
  aBlueprint,
  aBooking,
  aConclusion,
  aConcern,
  aConnection,
  aConversation,
  aCouncil,
  aCouncilRecord,
  aDay,
  aFigure,
  aFigureNote,
  aFigureSummary,
  anEvidenceDraft,
  anEvidenceReport,
  aHub,
  aLead,
  aComparison,
  aComparisonList,
  aGoalMeasure,
  aLetter,
  aMeasure,
  aMember,
  aMorning,
  anAsset,
  aSealedSheet,
  aSharing,
  aSheetPreview,
  anAuthority,
  anId,
  anImport,
  anIntroductionQuestion,
  anIntroductionRequest,
  anInvitation,
  anOperator,
  anOutcome,
  anUndo,
  aPractitioner,
  aPaperSheet,
  aPerson,
  aPersonMerge,
  aPersonToTell,
  aSubmissionCheck,
  aToFinishEntry,
  aReport,
  AGREEMENT,
  aSeries,
  aSeriesPreview,
  aSeriesSummary,
  aSession,
  aSessionSummary,
  aWeek,
  aWholeSession,
  found,
  freeSlots,
  INVITATION_TEXT,
  KINDS,
  LARKSHIRE,
  LIBRARY,
  MARGARET,
  OWN_SETTINGS,
  aSignInProvider,
  personBookings,
  theInstruments,
  theEvidence,
  theFigureSessions,
  theSettled,
  timeline,
} from './builders'

/** A page as a test opens it: its address, who opens it, and what is done there until the page of `shows` is shown. */
export interface EveryPage {
  /** The address of the route, as in `app/routes.txt`; undefined for a page that no address of its own has. */
  shows?: string
  at: string
  session?: Session
  council?: Council
  /** Answers that differ from those on the other pages. */
  answered?: Answers
  /** Statuses of refusals, by the same keys. */
  refused?: Record<string, [status: number, type: string]>
  steps?: (user: UserEvent) => Promise<void>
  /** The texts that are typed. */
  typed?: string[]
}

/** Bodies by address; other methods than GET stand before the address. */
type Answers = Record<string, unknown>

const HUB = `/api/hubs/${LIBRARY}`
const DAY = `${HUB}/days/2026-11-24`
const WEEK = '/api/weeks/2026-11-23'
const BOARD = `/hubs/${LIBRARY}/days/2026-11-24`
const BOOKING = anId(61)
const WALK_IN = anId(70)
const SLOT = anId(95)
const COUNCIL = `/api/councils/${LARKSHIRE}`
const IMPORT = anId(65)
const INVITATION = anId(66)
const MEMBER = anId(71)
const RECORD = aConversation().id
const session = aWholeSession()
const SESSION = `/api/sessions/${session.id}`
const series = aSeries()
const SERIES = `/api/series/${series.id}`

const grants = ['asked', 'approved', 'declined', 'ended', 'expired'].map((status, at) => ({
  id: anId(190 + at),
  askedByName: 'Ash Fielding',
  askedAt: '2026-11-23T09:12:00Z',
  reason: 'The import of hubs fails',
  hours: 4,
  status,
  residents: status === 'approved',
  version: 1,
  ...(status !== 'asked' && { decidedByName: 'Lena Marsh', startsAt: '2026-11-23T10:00:00Z' }),
  ...(status === 'approved' && { endsAt: '2026-11-24T14:00:00Z' }),
}))

const tasks = ['agreement', 'data-protection', 'assessment', 'name', 'contact', 'languages', 'blueprint', 'team']

function setUp(done: string[], over: object = {}) {
  return {
    status: 'setting-up',
    tasks: tasks.map((task) => ({ task, done: done.includes(task) })),
    leads: 2,
    steps: [
      { number: 1, kind: 'asked', words: 'We are ready.', at: '2026-11-22T09:12:00Z' },
      { number: 2, kind: 'question', words: 'Who is your lead?', at: '2026-11-23T09:12:00Z' },
    ],
    version: 3,
    ...over,
  }
}

const events = [
  { seq: 27, sealed: true, actorKind: 'member', memberId: anId(9), memberName: 'Priya Shah', action: 'checked-in' },
  { seq: 26, sealed: false, actorKind: 'service', action: 'created' },
  { seq: 25, sealed: true, actorKind: 'operator', action: 'created' },
].map((event) => ({
  id: anId(event.seq),
  at: '2026-11-24T09:32:00Z',
  kind: 'booking',
  times: 2,
  since: '2026-11-24T09:02:00Z',
  subjects: [
    { kind: 'booking', id: BOOKING, exists: true, name: 'Fernhill Library', hubId: LIBRARY, date: '2026-11-24' },
    { kind: 'person', id: MARGARET, exists: true, name: 'Margaret Ellison', reference: 'K7P3' },
    { kind: 'hub', id: anId(44), exists: false },
  ],
  moreSubjects: 3,
  values: [{ name: 'open-monday', from: '09:00-17:00', to: '10:00-16:00' }, { name: 'directions' }],
  ...event,
}))

function aWalkIn(): WalkIn {
  return {
    id: WALK_IN,
    name: 'Peg',
    reason: 'advice',
    askedOn: '2026-11-24',
    arrivedAt: '2026-11-24T09:20:00Z',
    status: 'finished',
    startedAt: '2026-11-24T09:25:00Z',
    finishedAt: '2026-11-24T09:40:00Z',
    withName: 'Sam Rowe',
  }
}

const aMove = () => ({
  id: anId(81),
  day: '2026-11-20',
  movedAt: '2026-11-24T09:40:00Z',
  movedByName: 'Sam Rowe',
  reason: 'Two people of that name came on the same morning',
  copiesGivenAt: ['2026-11-23T09:40:00Z'],
})

const aCorrection = () => ({
  id: anId(71),
  from: { status: 'arrived', arrivedAt: '2026-11-24T09:31:00Z', startedAt: null, finishedAt: null },
  to: { status: 'expected', arrivedAt: null, startedAt: null, finishedAt: null },
  reason: 'Another Margaret came',
  correctedAt: '2026-11-24T09:40:00Z',
  correctedByName: 'Sam Rowe',
})

/** The day's board with a booking that can be moved and cancelled, and a slot that is full. */
function aBoard() {
  const day = aMorning()
  const slot = day.sessions[0]?.slots[0]
  if (slot) slot.bookings = [aBooking('Margaret Ellison', { id: BOOKING, personId: MARGARET })]
  day.walkIns = [aWalkIn()]
  return day
}

const blueprint = aBlueprint()
const adopted = {
  ...blueprint,
  parts: blueprint.parts.map((part) => ({ ...part, adopted: true })),
  own: [
    {
      element: 'kind.conversation',
      part: 'kinds',
      title: 'Conversation',
      value: { code: 'conversation', name: 'Chat', minutes: 30, writeUpMinutes: 10, dropInOnly: true },
      inUse: true,
      decidedBy: 'Lena Marsh',
      decidedAt: '2026-11-22T09:12:00Z',
      decidedIn: '1.0',
      note: 'Ours are shorter.',
    },
  ],
  differences: (['added', 'changed', 'removed'] as const).map((kind) => ({
    element: `kind.${kind}`,
    part: 'kinds',
    title: `Follow-up ${kind}`,
    kind,
    ours: kind === 'added' ? null : { name: 'Follow-up', minutes: 20 },
    offered: kind === 'removed' ? null : { name: 'Follow-up', minutes: 30 },
    source: 'alongside',
    provenance: 'suggestion',
  })),
}

/** The answers that every page gets, as far as it asks. */
export const ANSWERS: Answers = {
  '/api/hubs': { items: [aHub()], total: 1, page: 0, size: 25 },
  '/api/assets': { items: [anAsset(), anAsset({ checkedOn: undefined } as never, { id: anId(241) })] },
  [`/api/assets/${anAsset().id}`]: anAsset(),
  [HUB]: aHub(),
  [`${HUB}/sessions`]: { items: [aSessionSummary('2026-11-26')] },
  [`${HUB}/series`]: { items: [aSeriesSummary()] },
  [`POST ${HUB}/sessions/preview`]: { slots: [{ starts: '09:30', ends: '10:15' }], places: 1 },
  [`POST ${HUB}/series/preview`]: aSeriesPreview({ yearsWithoutHolidays: [2028] }),
  [`${HUB}/free-slots`]: { items: freeSlots() },
  [DAY]: aBoard(),
  [WEEK]: aWeek({
    days: aWeek().days.map((day, at) => ({
      ...day,
      ...(at === 0 && { bankHoliday: 'St Andrew’s Day' }),
      ...(at > 4 && { clockChange: at === 5 ? 'forward' : 'back' }),
    })),
  }),
  [`/api/bookings/${BOOKING}`]: {
    id: BOOKING,
    personId: MARGARET,
    personName: 'Margaret Ellison',
    hubName: 'Market Street Library',
    date: '2026-11-24',
    starts: '09:30',
    ends: '10:15',
    askedOn: '2026-11-20',
    original: { date: '2026-11-23', starts: '09:30' },
  },
  [`/api/bookings/${BOOKING}/corrections`]: { items: [aCorrection()] },
  [`/api/sessions/${anId(40)}/headcount`]: { sessionId: anId(40), people: 12, changedByName: 'Sam Oduya' },
  [`/api/sessions/${anId(40)}/headcount/changes`]: {
    items: [{ id: anId(95), people: 12, changedAt: '2026-11-24T10:00:00Z', changedByName: 'Sam Oduya' }],
  },
  [`/api/sessions/${anId(40)}/paper-sheet`]: aPaperSheet(),
  '/api/overdue-work': {
    until: '2026-11-19',
    items: [
      {
        hubId: LIBRARY,
        hubName: 'Market Street Library',
        attendanceToRecord: 3,
        conversationsToFinish: 1,
        stepsToDo: 4,
      },
    ],
    conversationsWithoutHub: 2,
    stepsWithoutHub: 0,
    conversationsWithoutReaders: 1,
  },
  '/api/conversations-without-readers': {
    items: [
      {
        id: anId(96),
        day: '2026-10-02',
        hubName: 'Market Street Library',
        formerReaderNames: ['Bethan Pugh', 'Sam Oduya'],
      },
    ],
    colleagues: [{ id: anId(97), name: 'Priya Nair' }],
  },
  [`/api/walk-ins/${WALK_IN}`]: aWalkIn(),
  [`/api/walk-ins/${WALK_IN}/corrections`]: { items: [] },
  '/api/hubs/imports': { items: [anImport({ id: IMPORT }), anImport({ id: anId(67), undone: true })] },
  [`/api/conversations/${RECORD}/connections`]: {
    items: [
      aConnection(),
      aConnection({ id: anId(251), status: 'happened' }),
      aConnection({ id: anId(252), status: 'not-happened', reason: 'It is too far' }),
    ],
  },
  'POST /api/assets/import/preview': aReport(),
  'POST /api/assets/import': aReport(),
  'POST /api/hubs/imports/preview': aReport({
    remarks: [{ row: 2, column: 'postcode', code: 'looks-wrong', value: 'LK99 1' }] as never,
  }),
  'POST /api/hubs/imports': anImport({ id: IMPORT, added: 2, changed: 1 }),
  [`POST /api/hubs/imports/${IMPORT}/undo/preview`]: anUndo(),
  [SESSION]: session,
  [`POST ${SESSION}/changes/preview`]: anOutcome(),
  [`POST ${SESSION}/cancel/preview`]: anOutcome({ moved: 0, cancelled: 2 }),
  [SERIES]: series,
  [`POST ${SERIES}/end/preview`]: anOutcome({ moved: 0, cancelled: 2 }),
  'POST /api/people/search': { items: [found()], next: null },
  [`${HUB}/to-finish`]: {
    items: [aToFinishEntry(), aToFinishEntry({ bookingId: anId(82), toDo: 'ring', absenceReason: 'ill' })],
    attendanceToRecord: 1,
    peopleToRing: 1,
    earlier: 2,
  },
  [`${HUB}/people-to-tell`]: {
    items: [
      aPersonToTell({ attempts: { count: 1, lastAt: '2026-11-24T09:30:00Z', lastByName: 'Sam Oduya' } }),
      aPersonToTell({
        id: anId(75),
        reason: 'The heating is broken',
        cause: 'session-cancelled',
        ...({ now: null } as object),
        told: { at: '2026-11-24T09:40:00Z', byName: 'Sam Oduya', how: 'phone' },
      }),
      aPersonToTell({ id: anId(76), cause: 'hub-closed', ...({ phone: null } as object), noContact: true }),
    ],
  },
  [`/api/people/${MARGARET}`]: aPerson(),
  [`/api/people/${MARGARET}/bookings`]: { items: personBookings() },
  [`/api/people/${MARGARET}/merges`]: { items: [aPersonMerge()] },
  '/api/person-merges': { items: [aPersonMerge()] },
  '/api/last-spoken': {
    items: [{ personId: MARGARET, personName: 'Margaret Ellison', personReference: 'K7MW-3PQX', day: '2026-09-14' }],
  },
  [`/api/people/${MARGARET}/timeline`]: { items: timeline() },
  [`/api/people/${MARGARET}/access-log`]: {
    items: [{ id: anId(9), at: '2026-11-24T09:32:00Z', memberName: 'Priya Shah', action: 'read', kind: 'person' }],
    next: anId(9),
  },
  [`/api/conversations/${RECORD}`]: aConversation({
    people: [...aConversation().people, { personId: anId(22), name: 'Tom Akande', reference: '9FXCHT4R' }],
  }),
  [`/api/conversations/${RECORD}/revisions`]: {
    items: ['Wants to get back to the allotment.', 'Wants to see the allotment.'].map((text, at) => ({
      id: anId(210 + at),
      promptId: 'prompt.matters',
      writtenFrom: '2026-11-24T09:41:00Z',
      writtenUntil: at === 0 ? '2026-11-24T10:20:00Z' : '2026-11-24T09:41:00Z',
      byName: 'Priya Nair',
      text,
    })),
  },
  '/api/conversations': {
    items: [
      {
        id: RECORD,
        day: '2026-11-24',
        people: [{ personId: MARGARET, name: 'Margaret Ellison' }],
        hubName: 'Market Street Library',
        recordedFrom: '2026-11-24T09:40:00Z',
        changedAt: '2026-11-24T10:20:00Z',
        recordedByName: 'Priya Nair',
        boxesWritten: 1,
        readerNames: [],
        readable: true,
      },
    ],
  },
  [`/api/people/${MARGARET}/moved-conversations`]: { items: [aMove()] },
  [`/api/conversations/${RECORD}/moves`]: { items: [aMove()] },
  [`/api/people/${MARGARET}/conversations`]: {
    items: [
      {
        id: anId(202),
        day: '2026-11-02',
        recordedByName: 'Sam Oduya',
        status: 'draft',
        hubName: 'Town Hall',
        readerNames: ['Sam Oduya', 'Bethan Pugh'],
        readable: false,
      },
    ],
  },
  [`/api/people/${anId(22)}/conversations`]: { items: [] },
  [`POST /api/conversations/${RECORD}/writers/me`]: {
    writers: [{ name: 'Sam Oduya', promptId: 'prompt.strong' }, { name: 'Lena Marsh' }],
    boxes: [],
    version: 3,
  },
  [`DELETE /api/conversations/${RECORD}/writers/me`]: {},
  [`/api/conversations/${RECORD}/letters`]: { items: [aLetter()] },
  [`/api/conversations/${RECORD}/letters/${MARGARET}`]: aLetter(),
  '/api/instruments': { items: theInstruments() },
  [`/api/people/${MARGARET}/measures`]: {
    items: [
      aMeasure({
        id: anId(241),
        day: '2026-11-23',
        baseline: false,
        conversationId: RECORD,
        corrections: [
          {
            at: '2026-11-24T09:10:00Z',
            byName: 'Sam Oduya',
            reason: 'A slip of the pen',
            day: '2026-11-23',
            goals: [],
            answers: [{ item: 'satisfied', value: 9 }],
          },
        ],
      }),
      aMeasure(),
      aGoalMeasure(),
    ],
  },
  '/api/figures': { today: '2026-11-24', items: [aFigureSummary(), theSettled()] },
  '/api/figures/wait': aFigure(),
  '/api/comparisons': aComparisonList(),
  '/api/comparisons/2026-07-01': aComparison(),
  '/api/introductions/questions': {
    items: [
      anIntroductionQuestion(),
      anIntroductionQuestion({
        id: anId(302),
        rate: 'happier',
        status: 'introduced',
        endedAt: '2026-11-12T07:15:00Z',
        other: { council: 'Meadowshire Council', lead: 'Rhys Bevan', email: 'rhys@meadowshire.example' },
      }),
      anIntroductionQuestion({ id: anId(303), status: 'ended', endedAt: '2026-09-12T07:15:00Z' }),
    ],
    left: 1,
  },
  '/api/introductions/requests': {
    items: [
      anIntroductionRequest(),
      anIntroductionRequest({ id: anId(312), rate: 'knows-next', status: 'accepted', answeredByName: 'Lena Marsh' }),
      anIntroductionRequest({ id: anId(313), rate: 'knows-next', status: 'ended', endedAt: '2026-09-12T07:15:00Z' }),
    ],
  },
  '/api/introductions/offer': { rates: ['listened-to', 'knows-next'], version: 3 },
  '/api/client-level-data/2026-07-01': aSubmissionCheck(),
  '/api/figures/wait/notes': { items: [aFigureNote()] },
  '/session/deployment': {
    version: '0.1.0',
    redisMemory: 0.85,
    certificates: [{ host: 'alongside.example', daysLeft: 60 }, { host: 'login.example' }],
  },
  '/api/local-authorities/facts': {
    items: [
      {
        number: 1,
        measure: 'population',
        asOf: '2023-06-30',
        source: 'Office for National Statistics',
        authorities: 153,
        loadedAt: '2026-11-20T09:00:00Z',
      },
    ],
  },
  'POST /api/local-authorities/facts/import/preview': aReport(),
  '/api/deployment': {
    tenantService: {
      ...{ version: '0.1.0', postgresVersion: '18.6', wallHoles: 0, wallCheckedSecondsAgo: 7300 },
      ...{ queueDue: 0, queueOldestSeconds: 0, queueFailing: 0, auditUnsealed: 0, auditUnsealedSeconds: 0 },
      auditAnchoredSecondsAgo: 42,
    },
  },
  '/api/figures/attended/sessions': theFigureSessions(),
  '/api/evidence': theEvidence(),
  '/api/evidence-draft': anEvidenceDraft(),
  '/api/evidence-reports': {
    items: [
      { id: anEvidenceReport().id, number: 2, asAt: '2026-11-24T09:30:00Z', publishedAt: '2026-11-24T10:00:00Z' },
    ],
  },
  [`/api/evidence-reports/${anEvidenceReport().id}`]: anEvidenceReport(),
  '/api/sheet-sharing': aSharing(),
  '/api/sheets': { items: [aSealedSheet()] },
  '/api/sheets/next/quarter': aSheetPreview(),
  '/api/measures/change': {
    fewestPairs: 8,
    items: [
      { instrument: 'ons4', scale: 'satisfied', pairs: 12, mean: 1.4, low: 0.3, high: 2.5 },
      { instrument: 'ons4', scale: 'happy' },
    ],
  },
  '/api/concerns': { items: [aConcern()] },
  '/api/settings/safeguarding': {
    numbers: [{ name: 'Adults’ duty desk', phone: '01632 960150', hours: 'Day and night' }],
    steps: 'Ring the duty desk.\nTell your manager.',
    version: 1,
  },
  '/api/settings/second-factor': { everybody: false, version: 0 },
  '/api/settings/sign-in-provider': aSignInProvider(),
  'POST /api/settings/sign-in-provider/test': { steps: [{ step: 'client', outcome: 'client-rejected' }] },
  [`/api/councils/${LARKSHIRE}/email-domains`]: { domains: ['larkshire.example'], providerOn: true, version: 1 },
  '/api/audit/events': { items: events, next: anId(26) },
  '/api/set-up': setUp(['name', 'languages']),
  '/api/readiness': { hubs: 1, sessions: true },
  '/api/agreement': AGREEMENT,
  '/api/settings': OWN_SETTINGS,
  'POST /api/settings/brand/preview': OWN_SETTINGS.brand,
  '/api/blueprint': adopted,
  '/api/members': {
    items: [aMember('Lena Marsh', { id: MEMBER, roles: ['lead'] }), aMember('Priya Nair', { status: 'suspended' })],
    next: null,
    activeLeads: 1,
  },
  [`/api/members/${MEMBER}/second-factor`]: { setUp: true, own: false },
  '/api/team': { items: [{ id: MEMBER, name: 'Lena Marsh' }] },
  '/api/invitations': {
    items: [
      anInvitation('amir@larkshire.example', { id: INVITATION }),
      anInvitation('zoe@larkshire.example', { status: 'expired' as never }),
    ],
  },
  'POST /api/invitations/preview': {
    subject: 'Larkshire Council: an invitation to Alongside',
    text: INVITATION_TEXT,
    addresses: [
      { email: 'amir@larkshire.example', verdict: 'sent' },
      { email: 'lena@larkshire.example', verdict: 'already-a-member' },
    ],
  },
  '/api/support-grants': { items: grants },
  '/api/councils': {
    items: [
      { id: LARKSHIRE, name: 'Larkshire Council', alias: 'larkshire', status: 'live', demonstration: true },
      { id: anId(2), name: 'Meadowshire Council', alias: 'meadowshire', status: 'asked-to-go-live' },
      { id: anId(3), name: 'Hebbleshire Council', alias: 'hebbleshire', status: 'setting-up' },
    ],
  },
  '/api/local-authorities': {
    items: [
      anAuthority('E06000063', 'Cumberland', 'Cumberland Council', { validFrom: '2023-04-01' }),
      anAuthority('E10000006', 'Cumbria', 'Cumbria County Council', {
        validTo: '2023-03-31',
        successors: ['E06000063'],
      }),
    ],
  },
  [COUNCIL]: aCouncilRecord(),
  [`${COUNCIL}/members`]: { items: [aMember('Lena Marsh', { id: MEMBER, roles: ['lead'] })] },
  [`${COUNCIL}/set-up`]: setUp(tasks, { status: 'asked-to-go-live' }),
  [`${COUNCIL}/support-grants`]: { items: grants },
  [`${COUNCIL}/mail`]: {
    items: [
      {
        id: anId(77),
        recipient: 'amir@larkshire.example',
        subject: 'Larkshire Council: an invitation to Alongside',
        text: INVITATION_TEXT,
        sentAt: '2026-11-24T09:12:00Z',
      },
    ],
  },
  'POST /open/invitations/preview': {
    council: 'Larkshire Council',
    roles: ['hub-staff'],
    expiresAt: '2026-12-01T10:27:00Z',
  },
  'POST /open/invitations/accept': { council: 'Larkshire Council', oneTimePasswordMailed: true },
  'POST /open/password-resets': {},
  'POST /open/password-resets/preview': { email: 'amir@larkshire.example', expiresAt: '2026-12-01T10:27:00Z' },
  'POST /open/password-resets/choose': {},
}

function control<E extends HTMLElement>(selector: string): Promise<E> {
  return waitFor(() => {
    const found = document.querySelector<E>(selector)
    if (!found) throw new Error(`${selector} is not on the page`)
    return found
  })
}

async function type(user: UserEvent, texts: Record<string, string>) {
  for (const [id, text] of Object.entries(texts)) await user.type(await control(`#${id}`), text)
}

const press = async (user: UserEvent, selector: string) => user.click(await control(selector))
const send = (user: UserEvent) => press(user, 'main form button:not([type=button])')

async function typeSession(user: UserEvent, day: Record<string, string>) {
  await type(user, { ...day, starts: '9.30am', ends: '12.30pm' })
  await press(user, '#add-break')
  await type(user, { 'break-0-starts': '10.15am', 'break-0-ends': '10.30am' })
  await send(user)
}

async function typeSeries(user: UserEvent) {
  await press(user, 'input[name=days]')
  await typeSession(user, { 'from-day': '1', 'from-month': '12', 'from-year': '2026' })
}

async function chooseFile(user: UserEvent) {
  await user.upload(await control('#file'), new File(['name'], 'hubs.csv', { type: 'text/csv' }))
  await send(user)
}

async function chooseAuthority(user: UserEvent, text = 'cumberl') {
  await type(user, { authority: text })
  await press(user, '[role=option]')
  await send(user)
}

async function changeSession(user: UserEvent, choice: string) {
  await press(user, `input[name=choice][value=${choice}]`)
  await send(user)
}

const lead = aLead()
const practitioner = aPractitioner()
const staff = aCouncil({ kinds: KINDS } as Partial<Council>)
const both = aCouncil({
  kinds: KINDS as never,
  me: {
    ...lead.me,
    authorities: [...new Set([...lead.me.authorities, ...aCouncil().me.authorities])] as Council['me']['authorities'],
  },
})
const settingUp = { ...both, demonstration: false, status: 'setting-up' } as Council
const operator = { session: anOperator() }

/** A page that shows at once what it is answered. */
function page(shows: string, at: string = shows, more: Omit<EveryPage, 'at' | 'shows'> = {}): EveryPage {
  return { shows, at, council: both, ...more }
}

const hubPage = (path: string) => page(`/hubs/:hubId${path}`, `/hubs/${LIBRARY}${path}`)
const boardPage = (path: string, at = path) =>
  page(`/hubs/:hubId/days/:date${path}`, `${BOARD}${at}`, { council: staff })
const ofCouncil = (path: string, at = path) =>
  page(`/councils/:councilId${path}`, `/councils/${LARKSHIRE}${at}`, operator)

const SIGNED_OUT: Record<string, [number, string]> = { '/session': [401, 'signed-out'] }

/** Every page of the application, with answers that show as many of its parts as possible. */
export const EVERY_PAGE: EveryPage[] = [
  page('/join', '/join#token-1', { refused: { '/session': [401, 'signed-out'] } }),
  {
    at: '/join#token-1',
    refused: { '/session': [401, 'signed-out'] },
    steps: async (user) => {
      await type(user, { email: 'amir@larkshire.example', name: 'Amir Patel' })
      await send(user)
      await control('.govuk-panel')
    },
  },
  { at: '/join' },
  ...['unknown', 'used', 'expired', 'revoked', 'locked'].map((reason) => ({
    at: '/join#token-1',
    refused: {
      '/session': [401, 'signed-out'] as [number, string],
      'POST /open/invitations/preview': [410, `invitation-${reason}`] as [number, string],
    },
  })),
  page('/forgotten-password', '/forgotten-password', { refused: SIGNED_OUT }),
  {
    at: '/forgotten-password',
    refused: SIGNED_OUT,
    steps: async (user) => {
      await type(user, { email: 'amir@larkshire.example' })
      await send(user)
    },
  },
  page('/new-password', '/new-password#token-1', { refused: SIGNED_OUT }),
  {
    at: '/new-password#token-1',
    refused: SIGNED_OUT,
    steps: async (user) => {
      await type(user, { password: 'three blue kettles' })
      await send(user)
      await control('.govuk-panel')
    },
  },
  ...['unknown', 'used', 'expired'].map((reason) => ({
    at: '/new-password#token-1',
    refused: {
      ...SIGNED_OUT,
      'POST /open/password-resets/preview': [410, `password-link-${reason}`] as [number, string],
    },
  })),
  page('/choose-council', '/choose-council', {
    session: aSession({
      operator: true,
      choices: [
        { alias: 'larkshire', name: 'Larkshire Council' },
        { alias: 'meadowshire', name: 'Meadowshire Council' },
      ],
    }),
  }),
  page('/sign-ins', '/sign-ins', {
    answered: {
      '/session/sign-ins': {
        items: ['edge', 'safari'].map((browser, at) => ({
          id: `sign-in-${at}`,
          browser,
          system: at === 0 ? 'windows' : 'iphone',
          signedInAt: '2026-11-24T08:02:00Z',
          lastUsedAt: '2026-11-24T09:12:00Z',
          current: at === 0,
        })),
      },
      '/api/passkeys': {
        items: [{ id: 'a-passkey', name: 'Work laptop', addedAt: '2026-11-24T08:02:00Z' }],
      },
    },
  }),
  { at: '/sign-ins', refused: { '/session/sign-ins': [503, 'unavailable'], '/api/passkeys': [503, 'unavailable'] } },
  page('/', '/', { council: lead }),
  page('/today', '/today', { answered: { '/api/hubs': { items: [aHub(), aHub({ id: anId(12) })], total: 2 } } }),
  page('/week'),
  { at: '/week?search=zz', council: both, answered: { [WEEK]: aWeek({ items: [], total: 0 }) } },
  { at: '/week?page=2', council: lead, answered: { [WEEK]: aWeek({ items: [], total: 0 }) } },
  {
    at: '/week?from=2026-11-30',
    council: lead,
    answered: {
      '/api/weeks/2026-11-30': aWeek({
        items: [{ id: LIBRARY, name: 'Library', sessions: [], closures: [] }],
        next: 25,
      }),
    },
  },
  boardPage(''),
  {
    at: BOARD,
    council: both,
    answered: { [DAY]: aDay({ next: { date: '2026-11-26', starts: '09:30' } }) },
  },
  boardPage('/book'),
  ...[aCouncil(), lead].map((council) => ({
    at: `${BOARD}/book`,
    council,
    answered: { [`${HUB}/free-slots`]: { items: freeSlots().slice(2) } },
  })),
  boardPage('/slots/:slotId/extra-place', `/slots/${aBoard().sessions[0]?.slots[0]?.id}/extra-place`),
  boardPage('/bookings/:bookingId', `/bookings/${BOOKING}`),
  boardPage('/bookings/:bookingId/cancel', `/bookings/${BOOKING}/cancel`),
  boardPage('/bookings/:bookingId/move', `/bookings/${BOOKING}/move`),
  boardPage('/bookings/:bookingId/did-not-attend', `/bookings/${BOOKING}/did-not-attend`),
  boardPage('/bookings/:bookingId/attendance', `/bookings/${BOOKING}/attendance`),
  boardPage('/bookings/:bookingId/correct', `/bookings/${BOOKING}/correct`),
  boardPage('/walk-ins/:walkInId', `/walk-ins/${WALK_IN}`),
  boardPage('/walk-in'),
  boardPage('/sessions/:sessionId/headcount', `/sessions/${anId(40)}/headcount`),
  boardPage('/sessions/:sessionId/paper', `/sessions/${anId(40)}/paper`),
  boardPage('/sheet'),
  boardPage('/bookings/:bookingId/slip', `/bookings/${BOOKING}/slip`),
  page('/hubs'),
  { at: '/hubs?search=zz', council: both, answered: { '/api/hubs': { items: [], total: 0, page: 0, size: 25 } } },
  { at: '/hubs', council: lead, answered: { '/api/hubs': { items: [], total: 0, page: 0, size: 25 } } },
  page('/community-assets'),
  { at: '/community-assets?search=z', council: both, answered: { '/api/assets': { items: [] } } },
  { at: '/community-assets?search=zz&list=off', council: both, answered: { '/api/assets': { items: [] } } },
  { at: '/community-assets', council: both, answered: { '/api/assets': { items: [] } } },
  { at: '/community-assets', council: staff, answered: { '/api/assets': { items: [] } } },
  page('/community-assets/new'),
  page('/community-assets/import'),
  page('/community-assets/import/check', '/community-assets/import', { steps: chooseFile, typed: ['hubs.csv'] }),
  {
    at: '/community-assets/import',
    council: both,
    steps: async (user) => {
      await chooseFile(user)
      await press(user, 'main button[type=button]')
    },
    typed: ['hubs.csv'],
  },
  page('/community-assets/:assetId/edit', `/community-assets/${anAsset().id}/edit`),
  {
    at: `/community-assets/${anAsset().id}/edit`,
    council: both,
    answered: { [`/api/assets/${anAsset().id}`]: anAsset({}, { active: false }) },
  },
  page('/hubs/new'),
  hubPage(''),
  hubPage('/edit'),
  hubPage('/rooms'),
  hubPage('/closures'),
  page('/hubs/import'),
  page('/hubs/import/check', '/hubs/import', { steps: chooseFile, typed: ['hubs.csv'] }),
  {
    at: '/hubs/import',
    council: both,
    answered: {
      'POST /api/hubs/imports/preview': aReport({
        errors: [{ row: 3, column: 'postcode', code: 'invalid', value: 'LK' }] as never,
      }),
    },
    steps: chooseFile,
    typed: ['hubs.csv'],
  },
  page('/hubs/import/done', '/hubs/import', {
    steps: async (user) => {
      await chooseFile(user)
      await press(user, '.govuk-button-group button')
    },
    typed: ['hubs.csv'],
  }),
  page('/hubs/imports/:importId/undo', `/hubs/imports/${IMPORT}/undo`),
  hubPage('/sessions'),
  hubPage('/sessions/new'),
  page('/hubs/:hubId/sessions/new/check', `/hubs/${LIBRARY}/sessions/new`, {
    steps: (user) => typeSession(user, { 'date-day': '1', 'date-month': '12', 'date-year': '2026' }),
  }),
  hubPage('/series'),
  hubPage('/series/new'),
  page('/hubs/:hubId/series/new/check', `/hubs/${LIBRARY}/series/new`, { steps: typeSeries }),
  page('/series/:seriesId', `/series/${series.id}`),
  page('/series/:seriesId/end', `/series/${series.id}/end`),
  page('/series/:seriesId/end/check', `/series/${series.id}/end`, {
    steps: async (user) => {
      await type(user, { 'last-day': '8', 'last-month': '12', 'last-year': '2026', reason: 'The room is sold' })
      await send(user)
    },
    typed: ['The room is sold'],
  }),
  page('/sessions/:sessionId', `/sessions/${session.id}`),
  page('/sessions/:sessionId/change', `/sessions/${session.id}`, { steps: (user) => changeSession(user, 'this') }),
  page('/sessions/:sessionId/check', `/sessions/${session.id}`, {
    steps: async (user) => {
      await changeSession(user, 'later')
      await control('#starts')
      await send(user)
    },
  }),
  page('/sessions/:sessionId/cancel', `/sessions/${session.id}`, { steps: (user) => changeSession(user, 'cancel') }),
  page('/sessions/:sessionId/cancel/check', `/sessions/${session.id}`, {
    steps: async (user) => {
      await changeSession(user, 'cancel')
      await type(user, { reason: 'The room is flooded' })
      await send(user)
    },
    typed: ['The room is flooded'],
  }),
  page('/sessions/:sessionId/slots/:slotId/extra-place', `/sessions/${session.id}/slots/${SLOT}/extra-place`),
  page('/people', '/people'),
  page('/hubs/:hubId/people-to-tell', `/hubs/${LIBRARY}/people-to-tell`),
  page('/hubs/:hubId/people-told', `/hubs/${LIBRARY}/people-told`),
  page('/people/new', '/people/new'),
  page('/people/:personId', `/people/${MARGARET}`),
  page('/people/:personId/edit', `/people/${MARGARET}/edit`),
  page('/people/:personId/about-me', `/people/${MARGARET}/about-me`, { council: practitioner }),
  page('/people/:personId/communication', `/people/${MARGARET}/communication`),
  page('/people/:personId/book', `/people/${MARGARET}/book`),
  page('/people/:personId/merge', `/people/${MARGARET}/merge`),
  page('/last-spoken', '/last-spoken', { council: practitioner }),
  page('/person-merges', '/person-merges', { council: lead }),
  page('/conversations-without-readers', '/conversations-without-readers', { council: lead }),
  {
    at: '/conversations-without-readers',
    council: lead,
    answered: { '/api/conversations-without-readers': { items: [], colleagues: [] } },
  },
  { at: '/person-merges', council: lead, answered: { '/api/person-merges': { items: [] } } },
  page('/people/:personId/access-log', `/people/${MARGARET}/access-log`),
  page('/conversations', '/conversations', { council: practitioner }),
  ...['/conversations', '/conversations?by=all'].map((at) => ({
    at,
    council: practitioner,
    answered: { '/api/conversations': { items: [] } },
  })),
  page('/conversations/new', '/conversations/new', { council: practitioner }),
  ...['not-arrived', 'person-not-known'].map((type) => ({
    at: `/conversations/new?booking=${BOOKING}`,
    council: practitioner,
    refused: { 'POST /api/conversations': [409, type] as [number, string] },
  })),
  page('/conversations/:conversationId', `/conversations/${RECORD}`, { council: practitioner }),
  {
    at: `/conversations/${RECORD}`,
    council: practitioner,
    answered: { [`/api/conversations/${RECORD}`]: aConversation({ prompts: [], boxes: [] }) },
  },
  {
    at: `/conversations/${RECORD}`,
    council: practitioner,
    answered: {
      [`/api/conversations/${RECORD}`]: aConversation({ status: 'finished', day: '2026-11-21' }),
      [`/api/conversations/${RECORD}/conclusion`]: aConclusion(),
    },
  },
  page('/conversations/:conversationId/finish', `/conversations/${RECORD}/finish`, { council: practitioner }),
  {
    at: `/conversations/${RECORD}/finish`,
    council: practitioner,
    answered: {
      [`/api/conversations/${RECORD}`]: aConversation({
        boxes: [{ promptId: 'prompt.matters', text: 'A summary', fromTool: true, version: 1 }],
      }),
    },
  },
  {
    ...page('/conversations/:conversationId/correct', `/conversations/${RECORD}/correct`, { council: practitioner }),
    answered: {
      [`/api/conversations/${RECORD}`]: aConversation({ status: 'finished', day: '2026-11-21' }),
      [`/api/conversations/${RECORD}/conclusion`]: aConclusion(),
    },
  },
  page('/conversations/:conversationId/move', `/conversations/${RECORD}/move`, { council: practitioner }),
  page('/conversations/:conversationId/history', `/conversations/${RECORD}/history`, { council: practitioner }),
  page('/conversations/:conversationId/letter', `/conversations/${RECORD}/letter?person=${MARGARET}`, {
    council: practitioner,
  }),
  {
    at: `/conversations/${RECORD}/letter?person=${MARGARET}`,
    council: practitioner,
    answered: {
      [`/api/conversations/${RECORD}/letters/${MARGARET}`]: aLetter({
        copies: [{ how: 'by-hand', at: '2026-11-24T10:20:00Z', byName: 'Priya Nair' }],
        withdrawal: { at: '2026-11-24T11:20:00Z', byName: 'Priya Nair', reason: 'She no longer agrees' },
      }),
    },
  },
  page('/conversations/:conversationId/whole', `/conversations/${RECORD}/whole`, { council: practitioner }),
  page('/worry', '/worry'),
  {
    at: '/worry',
    council: { ...practitioner, me: { ...practitioner.me, authorities: ['council:read', 'council:set-up'] } },
    answered: { '/api/settings/safeguarding': { numbers: [], steps: '', version: 0 } },
  },
  page('/concerns', '/concerns', { council: practitioner }),
  { at: '/concerns', council: practitioner, answered: { '/api/concerns': { items: [] } } },
  page('/people/:personId/measures', `/people/${MARGARET}/measures`, { council: practitioner }),
  {
    at: `/people/${MARGARET}/measures`,
    council: practitioner,
    answered: { [`/api/people/${MARGARET}/measures`]: { items: [] } },
  },
  page('/people/:personId/measures/ask', `/people/${MARGARET}/measures/ask?conversation=${RECORD}`, {
    council: practitioner,
  }),
  page('/people/:personId/measures/ask/:instrument', `/people/${MARGARET}/measures/ask/ons4`, {
    council: practitioner,
  }),
  { at: `/people/${MARGARET}/measures/ask/ascot`, council: practitioner },
  { at: `/people/${MARGARET}/measures/ask/gas`, council: practitioner },
  {
    at: `/people/${MARGARET}/measures/ask/gas`,
    council: practitioner,
    answered: { [`/api/people/${MARGARET}/measures`]: { items: [] } },
  },
  page('/people/:personId/measures/paper/:instrument', `/people/${MARGARET}/measures/paper/ucla3-direct`, {
    council: practitioner,
  }),
  { at: `/people/${MARGARET}/measures/paper/gas`, council: practitioner },
  page('/people/:personId/measures/answers/:measureId', `/people/${MARGARET}/measures/answers/${anId(241)}`, {
    council: practitioner,
  }),
  page(
    '/people/:personId/measures/answers/:measureId/correct',
    `/people/${MARGARET}/measures/answers/${anId(241)}/correct`,
    { council: practitioner },
  ),
  page('/figures', '/figures', { council: practitioner }),
  page('/insights', '/insights', { council: practitioner }),
  page('/insights/:figure', '/insights/wait', { council: practitioner }),
  page('/national-measures', '/national-measures', { council: practitioner }),
  page('/insights/:figure/sessions', `/insights/attended/sessions?hub=${LIBRARY}&from=2026-07-01`, {
    council: practitioner,
  }),
  page(
    '/insights/:figure/people',
    `/insights/attended/people?hub=${LIBRARY}&from=2026-07-01&day=2026-07-08&of=Drop-in`,
    { council: practitioner, typed: ['Drop-in'] },
  ),
  page('/evidence', '/evidence', { council: lead }),
  page('/evidence/statements/:statement', '/evidence/statements/assessing-needs', { council: lead }),
  page('/evidence/draft', '/evidence/draft', { council: lead }),
  page('/evidence/draft/:section', '/evidence/draft/impact', { council: lead }),
  page('/evidence/reports/:reportId', `/evidence/reports/${anEvidenceReport().id}`, { council: practitioner }),
  page('/sharing', '/sharing', { council: lead }),
  page('/compare', '/compare', { council: practitioner }),
  { at: '/compare', council: lead },
  { at: '/compare?introductions=all', council: lead },
  { at: '/compare?introductions=offer', council: lead },
  { at: '/compare?introductions=knows-next', council: lead },
  page('/client-level-data', '/client-level-data?quarter=2026-07-01', { council: practitioner }),
  { at: `/people/${MARGARET}`, council: practitioner },
  { at: BOARD, council: practitioner, answered: { [DAY]: aMorning() } },
  page('/audit', '/audit?kind=booking'),
  { at: `/audit?memberId=${anId(9)}`, council: both, answered: { '/api/audit/events': { items: [] } } },
  page('/set-up', '/set-up', { council: settingUp }),
  {
    at: '/set-up',
    council: settingUp,
    answered: { '/api/set-up': setUp(tasks, { status: 'asked-to-go-live' }), '/api/hubs': { items: [], total: 0 } },
  },
  { at: '/set-up', council: both, answered: { '/api/set-up': setUp(tasks, { status: 'live' }) } },
  page('/poster'),
  { at: '/poster', council: settingUp },
  page('/set-up/go-live', '/set-up/go-live', {
    council: settingUp,
    answered: { '/api/set-up': setUp(tasks) },
  }),
  { at: '/set-up/go-live', council: settingUp },
  page('/agreement', '/agreement', { council: settingUp }),
  {
    at: '/agreement',
    council: both,
    answered: {
      '/api/agreement': {
        ...AGREEMENT,
        accepted: true,
        acceptAgainBy: '2026-12-22',
        acceptances: [
          {
            version: '0.1',
            name: 'Lena Marsh',
            email: 'lena@larkshire.example',
            role: 'SIRO',
            at: '2026-11-22T09:12:00Z',
          },
        ],
      },
    },
  },
  page('/agreement/accept', '/agreement/accept', { council: settingUp }),
  page('/settings'),
  ...[
    'name',
    'contact',
    'safeguarding',
    'second-factor',
    'sign-in',
    'languages',
    'data-protection',
    'assessment',
    'labels',
    'logo',
    'colour',
  ].map((part) => page(`/settings/${part}`, `/settings/${part}`, part === 'contact' ? { council: settingUp } : {})),
  page('/blueprint'),
  { at: '/blueprint', council: both, answered: { '/api/blueprint': blueprint } },
  page('/blueprint/adopt', '/blueprint/adopt', { answered: { '/api/blueprint': blueprint } }),
  page('/blueprint/differences'),
  page('/blueprint/parts/:part', '/blueprint/parts/kinds'),
  page('/team'),
  page('/team/invite'),
  page('/team/invite/check', '/team/invite', {
    steps: async (user) => {
      await type(user, { emails: 'amir@larkshire.example lena@larkshire.example' })
      await press(user, 'input[name=roles]')
      await send(user)
    },
  }),
  page('/team/invitations/:invitationId', `/team/invitations/${INVITATION}`),
  page('/team/members/:memberId', `/team/members/${MEMBER}`),
  page('/support-access'),
  page('/councils', '/councils', operator),
  page('/councils/new', '/councils/new', operator),
  page('/councils/new/check', '/councils/new', { ...operator, steps: (user) => chooseAuthority(user) }),
  { at: '/councils/new', ...operator, steps: (user) => chooseAuthority(user, 'cumbria') },
  page('/councils/new/details', '/councils/new', {
    ...operator,
    steps: async (user) => {
      await chooseAuthority(user)
      await press(user, 'main > .govuk-button')
    },
  }),
  page('/councils/new/made-up', '/councils/new/made-up', operator),
  page('/councils/facts/*', '/councils/facts', operator),
  { at: '/councils/facts', ...operator, answered: { '/api/local-authorities/facts': { items: [] } } },
  { at: '/councils/facts/import', ...operator },
  { at: '/councils/facts/import', ...operator, steps: chooseFile, typed: ['hubs.csv'] },
  ofCouncil(''),
  ofCouncil('/settings'),
  ofCouncil('/email-domains'),
  ofCouncil('/members/new'),
  ofCouncil('/members/:memberId', `/members/${MEMBER}`),
  ofCouncil('/support-access/new'),
  ofCouncil('/suspension'),
  {
    at: `/councils/${LARKSHIRE}/suspension`,
    ...operator,
    answered: {
      [`/api/councils/${LARKSHIRE}/suspension`]: { suspended: true, reason: 'incident', steps: [], version: 5 },
    },
  },
  page('/outbox', '/outbox', operator),
  page('/outbox/:councilId', `/outbox/${LARKSHIRE}`, operator),
  page('/health', '/health', operator),
  {
    at: '/health',
    ...operator,
    answered: { '/api/deployment': { tenantService: { queueFailing: 2, queueDue: 1, queueOldestSeconds: 900 } } },
  },
  { at: '/nowhere' },
  { at: '/team', council: aCouncil() },
  ...(
    [
      [404, 'not-found'],
      [409, 'choose-council'],
      [403, 'not-a-member'],
      [403, 'council-suspended'],
      [503, 'unavailable'],
      [500, ''],
    ] as const
  ).map(([status, type]) => ({
    at: `/hubs/${LIBRARY}`,
    council: both,
    refused: { [HUB]: [status, type] as [number, string] },
  })),
]
