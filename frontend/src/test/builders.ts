// Made-up councils, hubs and people: for the tests, and for looking at the pages without any service.
import type {
  Asset,
  Blueprint,
  Booking,
  ChangeOutcome,
  ComparedRate,
  Comparison,
  ComparisonList,
  Concern,
  Conclusion,
  Connection,
  Conversation,
  Council,
  CouncilRecord,
  Day,
  DayBooking,
  DaySession,
  DaySlot,
  Evidence,
  EvidenceDraft,
  EvidenceNote,
  EvidenceReport,
  EvidenceReportContent,
  FigureDetail,
  FigureNote,
  FigurePeople,
  FigureSessions,
  FigureSummary,
  FoundPerson,
  FreeSlot,
  Hub,
  HubImport,
  ImportReport,
  Instrument,
  IntroductionQuestion,
  IntroductionRequest,
  Invitation,
  Letter,
  LocalAuthority,
  Measure,
  Member,
  PaperSheet,
  Person,
  PersonBooking,
  PersonMerge,
  PersonToTell,
  PreviewDay,
  SealedSheet,
  Series,
  SeriesPreview,
  SeriesSummary,
  SessionSummary,
  SheetPreview,
  SubmissionCheck,
  SubmissionField,
  SheetSharing,
  TimelineEntry,
  ToFinishEntry,
  UndoOutcome,
  Week,
  WholeSession,
} from '../api/types'
import type { Session } from '../api/session'

let serial = 0

/** The n-th id, so that a test can tell them apart. */
export function anId(n = ++serial): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

export const LARKSHIRE = anId(1)
export const MEADOWSHIRE = anId(2)
export const LIBRARY = anId(11)
export const MARGARET = anId(21)

export const HUB_STAFF = [
  ...['council:read', 'asset:read', 'hub:read', 'session:read', 'session:write'],
  ...['booking:read', 'booking:write', 'person:read', 'person:write', 'concern:write'],
]
export const LEAD = [
  ...[
    'asset:read',
    'asset:write',
    'council:read',
    'hub:read',
    'hub:write',
    'session:read',
    'session:write',
    'slot:extend',
  ],
  ...['council:set-up', 'member:read', 'member:write', 'blueprint:write', 'audit:read', 'overdue:read'],
  'figures:read',
  'figures:write',
  'sheet:read',
  'sheet:write',
  'introduction:read',
  'introduction:write',
  'person:merge',
  'reader:write',
]

/** 14 months of a figure, of which the last one is above the limit. */
const months = Array.from({ length: 14 }, (_, at) => ({
  from: `${at < 2 ? '2025' : '2026'}-${String(at < 2 ? at + 11 : at - 1).padStart(2, '0')}-01`,
  value: at === 13 ? 30 : 12 + (at % 3),
  mean: 14.2,
  lower: 6.1,
  upper: 22.3,
  phase: 0,
  trial: false,
  signal: at === 13 ? ('above-upper-limit' as const) : ('none' as const),
  variation: at === 13 ? ('concern' as const) : ('common-cause' as const),
}))

export function aFigureSummary(over: Partial<FigureSummary> = {}): FigureSummary {
  return {
    figure: 'wait',
    unit: 'days',
    better: 'decrease',
    settlesAfterDays: 56,
    latest: {
      from: '2026-07-01',
      to: '2026-09-30',
      complete: true,
      earlier: [],
      count: {
        base: 120,
        part: 30,
        also: 0,
        value: 15,
        ninthDecile: 41,
        medianOfPart: 0,
        medianOfRest: 19,
        notCounted: [{ reason: 'no-conversation-yet', number: 12 }],
      },
    },
    previous: {
      from: '2026-04-01',
      to: '2026-06-30',
      complete: true,
      earlier: [],
      count: { base: 110, part: 28, also: 0, value: 12, notCounted: [] },
    },
    variation: 'concern',
    chart: months,
    beside: [],
    ...over,
  }
}

export function aSubmissionField(over: Partial<SubmissionField> = {}): SubmissionField {
  return {
    field: 'event-outcome',
    name: 'Event_Outcome',
    module: 'events',
    applicable: true,
    mandatory: true,
    recorded: true,
    valid: 120,
    blank: 0,
    missing: 0,
    invalid: 0,
    ...over,
  }
}

/** The check of a file of 120 events, of which the first month is dropped. */
export function aSubmissionCheck(over: Partial<SubmissionCheck> = {}): SubmissionCheck {
  return {
    today: '2026-11-24',
    events: 120,
    people: 96,
    stated: { from: '2025-10-01', to: '2026-09-30' },
    derived: { from: '2025-11-01', to: '2026-09-30' },
    fewEvents: false,
    agrees: false,
    months: [
      { from: '2025-10-01', events: 1, dropped: 'too-few-events' },
      { from: '2025-11-01', events: 12 },
    ],
    fields: [
      aSubmissionField({ field: 'gender', name: 'Gender', recorded: false, valid: 0, missing: 120 }),
      aSubmissionField({ field: 'nhs-number', name: 'NHS_Number', valid: 81, missing: 39 }),
      aSubmissionField({ field: 'event-start-date', name: 'Event_Start_Date', valid: 118, invalid: 2 }),
      aSubmissionField(),
      aSubmissionField({
        field: 'event-description',
        name: 'Event_Description',
        mandatory: false,
        recorded: false,
        valid: 0,
        blank: 120,
      }),
      aSubmissionField({
        field: 'service-type',
        name: 'Service_Type',
        module: 'services',
        applicable: false,
        mandatory: false,
        recorded: false,
        valid: 0,
      }),
    ],
    ...over,
  }
}

export function aComparisonList(over: Partial<ComparisonList> = {}): ComparisonList {
  return {
    items: [{ from: '2026-07-01', to: '2026-09-30', madeOn: '2026-11-12' }],
    coming: { from: '2026-10-01', to: '2026-12-31', comesOn: '2027-02-12' },
    own: { shares: true, since: '2024-11-04' },
    ...over,
  }
}

/** A question that waits for a yes. */
export function anIntroductionQuestion(over: Partial<IntroductionQuestion> = {}): IntroductionQuestion {
  return {
    id: anId(301),
    rate: 'attended',
    status: 'open',
    askedAt: '2026-11-20T10:00:00Z',
    askedByName: 'Lena Marsh',
    lapsesAt: '2026-12-18T10:00:00Z',
    version: 1,
    ...over,
  }
}

/** The question of an unnamed council, without an answer. */
export function anIntroductionRequest(over: Partial<IntroductionRequest> = {}): IntroductionRequest {
  return {
    id: anId(311),
    rate: 'listened-to',
    status: 'asked',
    askedAt: '2026-11-21T07:15:00Z',
    version: 1,
    ...over,
  }
}

export function aComparedRate(over: Partial<ComparedRate> = {}): ComparedRate {
  return {
    rate: 'attended',
    better: 'increase',
    own: { x: 65, n: 100, percent: 65, lower: 55, upper: 74 },
    pooled: { percent: 61, lower: 60.1, upper: 61.9 },
    quartiles: { lower: 52, median: 60, upper: 70 },
    place: { first: 3, last: 3, percent: 80 },
    flag: 'none',
    ...over,
  }
}

/** The benchmark of a quarter of made-up councils, with own figures beside it. */
export function aComparison(over: Partial<Comparison> = {}): Comparison {
  return {
    from: '2026-07-01',
    to: '2026-09-30',
    madeOn: '2026-11-12',
    madeUp: true,
    family: [{ measure: 'population', half: 'lower', value: 250000 }],
    pools: [
      {
        pool: 'national',
        sheet: 'quarter',
        from: '2025-10-01',
        to: '2026-09-30',
        contributors: 40,
        measures: [
          aComparedRate(),
          { rate: 'cancelled', better: 'neutral', own: { x: 0, n: 0 }, pooled: { withheld: 'precision' } },
          {
            rate: 'asked-again',
            better: 'decrease',
            own: { x: 30, n: 90, percent: 33, lower: 24, upper: 44 },
            pooled: { percent: 12, lower: 11.4, upper: 12.6 },
            quartiles: { withheld: 'differences-like-noise' },
            flag: 'higher',
          },
        ],
        waits: [
          { people: 'all', ownPeople: 140, ownDays: 9, days: 6, lower: 5.4, upper: 6.6 },
          { people: 'not-same-day', ownPeople: 120, ownDays: 12, withheld: 'precision' },
        ],
      },
      {
        pool: 'family',
        sheet: 'quarter',
        from: '2026-04-01',
        to: '2026-09-30',
        withheld: 'fewer-than-five-contributors',
        measures: [],
        waits: [],
      },
    ],
    groups: [],
    ...over,
  }
}

export function aFigureNote(over: Partial<FigureNote> = {}): FigureNote {
  return {
    id: '4c0f2b6e-8d4a-4b07-9d0e-7f5f3a9c1e11',
    day: '2026-03-02',
    words: 'New hub opened',
    rebases: false,
    writtenAt: '2026-03-04T09:30:00Z',
    writtenByName: 'Lea Lead',
    version: 0,
    ...over,
  }
}

export function anEvidenceNote(over: Partial<EvidenceNote> = {}): EvidenceNote {
  return {
    id: '4c0f2b6e-8d4a-4b07-9d0e-7f5f3a9c1e12',
    statement: 'assessing-needs',
    kind: 'experience',
    type: 'story',
    words: 'A woman went back to her choir.',
    writtenAt: '2026-11-20T09:30:00Z',
    writtenByName: 'Lea Lead',
    version: 0,
    ...over,
  }
}

const EVIDENCE = {
  asAt: '2026-11-24T09:30:00Z',
  definition: 1,
  framework: {
    version: 1,
    name: 'Made-up framework, November 2023',
    publisher: 'Made-up Commission',
    address: 'https://commission.example/framework',
    updatedOn: '2024-02-23',
    compiledOn: '2026-11-30',
    kinds: [
      { code: 'experience', name: 'Made-up experience' },
      { code: 'outcomes', name: 'Made-up outcomes' },
    ],
    themes: [
      {
        name: 'Made-up theme',
        statements: [
          {
            code: 'assessing-needs',
            name: 'Made-up needs',
            missing: 'Made-up gap.',
            figures: { outcomes: ['wait', 'happy'] },
          },
        ],
      },
    ],
  },
  figures: [
    {
      figure: 'wait',
      name: 'Made-up wait',
      counted: 'Made-up days',
      of: 'Made-up people',
      leftOut: 'Made-up others',
      date: 'Made-up day',
      periods: [
        {
          from: '2026-07-01',
          to: '2026-09-30',
          revised: false,
          value: '15 made-up days',
          sentence: 'Half waited 15 made-up days',
          base: '120',
        },
        {
          from: '2026-04-01',
          to: '2026-06-30',
          revised: false,
          value: '12 made-up days',
          sentence: 'Half waited 12 made-up days',
          base: '110',
        },
      ],
    },
    {
      figure: 'happy',
      name: 'Made-up happiness',
      counted: 'Made-up answers',
      of: 'Made-up pairs',
      leftOut: 'Made-up rest',
      date: 'Made-up answer day',
      periods: [],
    },
  ],
}

/** One quality statement with a figure, a figure without a value and a note. */
export function theEvidence(over: Partial<Evidence> = {}): Evidence {
  return { ...EVIDENCE, notes: [anEvidenceNote()], ...over }
}

function aReportContent(over: Partial<EvidenceReportContent> = {}): EvidenceReportContent {
  const { statement, kind, type, words } = anEvidenceNote()
  return {
    ...EVIDENCE,
    sections: (
      [
        'summary',
        'recommendation',
        'background',
        'options',
        'reasons',
        'consultation',
        'impact',
        'implications',
      ] as const
    ).map((section) => ({ section, text: `Made-up ${section}` })),
    notes: [{ statement, kind, type, words }],
    ...over,
  }
}

export function anEvidenceDraft(over: Partial<EvidenceReportContent> = {}): EvidenceDraft {
  return {
    content: aReportContent(over),
    changedAt: '2026-11-24T09:40:00Z',
    changedByName: 'Lea Lead',
    version: 8,
  }
}

export function anEvidenceReport(over: Partial<EvidenceReport> = {}): EvidenceReport {
  return {
    id: '4c0f2b6e-8d4a-4b07-9d0e-7f5f3a9c1e13',
    number: 2,
    publishedAt: '2026-11-24T10:00:00Z',
    publishedByName: 'Lea Lead',
    content: aReportContent({ follows: { number: 1, publishedAt: '2026-05-04T10:00:00Z' } }),
    ...over,
  }
}

/** Sharing that is on, with a sealed quarter. */
export function aSharing(over: Partial<SheetSharing> = {}): SheetSharing {
  return {
    shares: true,
    changedAt: '2026-06-02T09:30:00Z',
    changedByName: 'Lea Lead',
    next: [
      { kind: 'quarter', from: '2026-10-01', to: '2026-12-31', sealsOn: '2027-02-11', willBeSealed: true },
      { kind: 'year', from: '2026-04-01', to: '2027-03-31', sealsOn: '2027-05-12', willBeSealed: true },
      { kind: 'breakdowns', from: '2026-04-01', to: '2027-03-31', sealsOn: '2027-05-12', willBeSealed: true },
    ],
    years: [{ from: '2026-04-01', to: '2027-03-31', sealed: 1, usedPercent: 16, keptPercent: 67, correctable: true }],
    version: 1,
    ...over,
  }
}

export function aSealedSheet(over: Partial<SealedSheet> = {}): SealedSheet {
  return {
    id: '1f0f2b6e-8d4a-4b07-9d0e-7f5f3a9c1e11',
    kind: 'quarter',
    from: '2026-07-01',
    to: '2026-09-30',
    version: 1,
    sealedAt: '2026-11-11T00:20:00Z',
    ...over,
  }
}

/** The exact numbers of two facts. */
export function aSheetPreview(over: Partial<SheetPreview> = {}): SheetPreview {
  return {
    kind: 'quarter',
    from: '2026-10-01',
    to: '2026-12-31',
    sealsOn: '2027-02-11',
    beforeFrom: '2026-07-01',
    beforeTo: '2026-09-30',
    facts: [
      {
        fact: 'first-booking',
        people: 60,
        before: 71,
        cells: [
          { cell: 'attended', people: 48, before: 55 },
          { cell: 'did-not-attend', people: 7, before: 9 },
          { cell: 'cancelled', people: 5, before: 7 },
        ],
        notRecorded: 20,
      },
      {
        fact: 'listened-to',
        people: 39,
        before: 44,
        cells: [
          { cell: 'yes', people: 31, before: 35 },
          { cell: 'partly', people: 6, before: 7 },
          { cell: 'no', people: 2, before: 2 },
        ],
        notRecorded: 1,
      },
    ],
    ...over,
  }
}

/** The figure of what was settled, with the figure that is always beside it. */
export function theSettled(): FigureSummary {
  const period = { from: '2026-04-01', to: '2026-06-30', complete: true, earlier: [] }
  return aFigureSummary({
    figure: 'resolved',
    unit: 'percent',
    better: 'increase',
    settlesAfterDays: 90,
    latest: { ...period, count: { base: 80, part: 50, also: 60, value: 62.5, low: 51.5, high: 72.3, notCounted: [] } },
    variation: 'common-cause',
    chart: [],
    beside: [
      {
        figure: 'asked-again',
        unit: 'percent',
        period: { ...period, count: { base: 90, part: 9, also: 0, value: 10, notCounted: [] } },
      },
    ],
  })
}

export function aFigure(over: Partial<FigureSummary> = {}): FigureDetail {
  const summary = aFigureSummary(over)
  return {
    today: '2026-11-24',
    summary,
    periods: [summary.previous, summary.latest].filter((period) => period !== undefined),
    beside: [],
    hubs: [
      {
        key: LIBRARY,
        name: 'Market Street Library',
        count: { base: 120, part: 30, also: 0, value: 15, notCounted: [] },
      },
    ],
    kinds: [{ key: 'Drop-in', name: 'Drop-in', count: { base: 40, part: 30, also: 0, value: 3, notCounted: [] } }],
    fewestPairs: 8,
  }
}

export function theFigureSessions(over: Partial<FigureSessions> = {}): FigureSessions {
  return {
    hubName: 'Market Street Library',
    from: '2026-07-01',
    to: '2026-09-30',
    unit: 'percent',
    all: { base: 5, part: 4, value: 80, notCounted: [{ reason: 'cancelled', number: 1 }] },
    restricted: 0,
    items: [
      {
        number: 1,
        day: '2026-07-08',
        kind: 'Drop-in',
        units: { base: 2, part: 2, value: 100, notCounted: [] },
        restricted: 0,
      },
      {
        number: 2,
        day: '2026-09-02',
        kind: 'Drop-in',
        units: { base: 3, part: 2, value: 66.7, notCounted: [{ reason: 'cancelled', number: 1 }] },
        restricted: 0,
      },
    ],
    ...over,
  }
}

export function theFigurePeople(over: Partial<FigurePeople> = {}): FigurePeople {
  return {
    unit: 'percent',
    all: { base: 3, part: 2, value: 66.7, notCounted: [] },
    restricted: 0,
    unnamed: 0,
    items: [
      {
        personId: MARGARET,
        name: 'Margaret Ellison',
        reference: 'K7QM2P4X',
        units: { base: 1, part: 1, value: 100, notCounted: [] },
      },
    ],
    ...over,
  }
}

export const PRACTITIONER = [...HUB_STAFF, 'conversation:read', 'conversation:write', 'concern:read', 'figures:read']

export function aSession(over: Partial<Session> = {}): Session {
  return {
    name: 'Priya Nair',
    acting: { kind: 'council', id: LARKSHIRE, alias: 'larkshire', name: 'Larkshire Council' },
    choices: [{ alias: 'larkshire', name: 'Larkshire Council' }],
    operator: false,
    throughCouncil: false,
    renewIn: null,
    csrf: { header: 'X-CSRF-TOKEN', token: 'first-token' },
    ...over,
  }
}

export function anOperator(over: Partial<Session> = {}): Session {
  return aSession({ name: 'Olu Bright', acting: { kind: 'operator' }, choices: [], operator: true, ...over })
}

export function aCouncil(over: Partial<Council> = {}): Council {
  return {
    name: 'Larkshire Council',
    alias: 'larkshire',
    labels: {
      talkingPoint: 'Talking point',
      talkingPoints: 'Talking points',
      hub: 'Hub',
      hubs: 'Hubs',
      conversation: 'Conversation',
      conversations: 'Conversations',
    },
    brand: {
      headerColour: '#0F5257',
      headerTextColour: '#FFFFFF',
      borderColour: '#0F5257',
      logoBackground: '#FFFFFF',
    },
    contactPhone: '01632 960123',
    contactEmail: 'help@larkshire.example',
    demonstration: true,
    me: { id: anId(9), name: 'Priya Nair', roles: ['hub-staff'], authorities: HUB_STAFF },
    ...over,
  } as Council
}

/** How a council is set up, as its leads read it. */
/** How Larkshire's own sign-in is connected, with what its provider needs. */
export const aSignInProvider = (some: object = {}) => ({
  provider: {
    domains: ['larkshire.example'],
    issuer: 'https://login.example/larkshire/v2.0',
    clientId: '5b6fd9de-0000-0000-0000-000000000000',
    groupsClaim: 'groups',
    roles: [
      { group: 'Alongside leads', role: 'lead' },
      { group: 'Alongside hubs', role: 'hub-staff' },
    ],
    enabled: true,
    version: 2,
    ...some,
  },
  redirect: 'https://alongside.example/auth/realms/alongside/broker/council-1/endpoint',
  backChannelLogout:
    'https://alongside.example/auth/realms/alongside/protocol/openid-connect/logout/backchannel-logout',
  people: [{ name: 'Lena Marsh', at: '2026-11-24T08:02:00Z' }],
  neverCame: ['Amir Khan'],
})

export const OWN_SETTINGS = {
  name: 'Larkshire Council',
  alias: 'larkshire',
  status: 'setting-up',
  nation: 'england',
  languages: ['en'],
  labels: {
    talkingPoint: 'Talking point',
    talkingPoints: 'Talking points',
    hub: 'Hub',
    hubs: 'Hubs',
    conversation: 'Conversation',
    conversations: 'Conversations',
  },
  contact: { contactAddress: [] },
  brand: {
    headerColour: '#0F5257',
    headerTextColour: '#FFFFFF',
    borderColour: '#0F5257',
    logoBackground: '#FFFFFF',
  },
  demonstration: false,
  version: 3,
}

/** The agreement before anybody accepted it. */
export const AGREEMENT = {
  agreement: {
    version: '0.1',
    published: '2026-11-22',
    draft: true,
    title: 'Data sharing agreement',
    sections: [
      { heading: 'Who this is between', paragraphs: ['This is between your council and the provider.'] },
      { heading: 'Leaving', paragraphs: ['The council can leave at any time.', 'It is given all of its data.'] },
    ],
  },
  accepted: false,
  acceptances: [],
}

export function aLead(): Council {
  return aCouncil({ me: { id: anId(8), name: 'Lena Marsh', roles: ['lead'], authorities: LEAD } as Council['me'] })
}

export function aPractitioner(): Council {
  return aCouncil({
    me: { id: anId(7), name: 'Priya Nair', roles: ['practitioner'], authorities: PRACTITIONER } as Council['me'],
  })
}

export function aConversation(over: Partial<Conversation> = {}): Conversation {
  return {
    id: anId(201),
    status: 'draft',
    day: '2026-11-24',
    hubId: LIBRARY,
    hubName: 'Market Street Library',
    arrivedAt: '2026-11-24T09:24:00Z',
    startedAt: '2026-11-24T09:31:00Z',
    people: [{ personId: MARGARET, name: 'Margaret Ellison', reference: 'KDWTGV63' }],
    prompts: [
      { id: 'prompt.matters', heading: 'What matters?', help: 'Use their words', main: true },
      { id: 'prompt.strong', heading: 'What is strong already?', help: 'People, skills, places', main: true },
      { id: 'prompt.home', heading: 'Home', help: 'Where they live', main: false },
    ],
    boxes: [
      {
        promptId: 'prompt.matters',
        text: 'Wants to get back to the allotment.',
        fromTool: false,
        version: 3,
        changedAt: '2026-11-24T10:20:00Z',
        changedByName: 'Priya Nair',
      },
    ],
    recordedFrom: '2026-11-24T09:40:00Z',
    recordedByName: 'Priya Nair',
    readers: [],
    ...over,
  }
}

/** The decisions with which Margaret's record was finished. */
export function aConclusion(over: Partial<Conclusion> = {}): Conclusion {
  return {
    decisions: {
      kind: 'conversation',
      day: '2026-11-21',
      explainedAs: 'conversation',
      assessmentOfferedOn: '2026-11-21',
      assessmentDeclinedOn: '2026-11-21',
      outcome: 'information-and-advice',
      outcomeReason: 'The allotment club is enough',
      support: 'advocate',
      supporterName: 'Lena Marsh',
      shares: [
        {
          what: 'Her address',
          withWhom: 'The allotment club',
          legalBasis: 'consent',
          day: '2026-11-21',
          personInformed: 'She asked us to',
        },
      ],
    },
    toolTextRead: true,
    finishedAt: '2026-11-24T10:30:00Z',
    finishedByName: 'Priya Nair',
    addenda: [{ id: anId(221), text: 'She rang back.', addedAt: '2026-11-24T10:40:00Z', addedByName: 'Sam Oduya' }],
    corrections: [
      {
        reason: 'She declined later',
        before: { kind: 'conversation', day: '2026-11-20', outcome: 'other' },
        correctedAt: '2026-11-24T10:35:00Z',
        correctedByName: 'Priya Nair',
      },
    ],
    ...over,
  }
}

export function aLetter(over: Partial<Letter> = {}): Letter {
  const text = 'Wants to get back to the allotment. Tom Akande drives her.'
  return {
    conversationId: anId(201),
    personId: MARGARET,
    name: 'Margaret Ellison',
    day: '2026-11-24',
    hubName: 'Market Street Library',
    recordedByName: 'Priya Nair',
    parts: [
      {
        id: 'prompt.matters',
        heading: 'What matters?',
        text,
        shown: text.replace('Tom Akande', 'another person'),
        version: 0,
      },
    ],
    ownWords: { id: 'own-words', text: '', shown: '', version: 0 },
    differently: {
      id: 'differently',
      text: 'I never said that I fall.',
      shown: 'I never said that I fall.',
      version: 1,
      changedAt: '2026-11-24T10:20:00Z',
      changedByName: 'Priya Nair',
    },
    names: [{ personId: anId(22), name: 'Tom Akande', partIds: ['prompt.matters'], leftIn: false }],
    copies: [],
    version: 0,
    ...over,
  }
}

export function anAsset(details: Partial<Asset['details']> = {}, over: Partial<Asset> = {}): Asset {
  return {
    id: anId(240),
    details: {
      name: 'Knit and Natter',
      offers: 'Company, tea and wool',
      place: 'Church hall, Larkford',
      telephone: '01632 960000',
      email: 'knit@people.example',
      website: 'https://www.people.example/knit',
      hubId: LIBRARY,
      checkedOn: '2026-11-03',
      ...details,
    },
    hubName: 'Fernhill Library',
    active: true,
    version: 2,
    ...over,
  }
}

export function aConnection(over: Partial<Connection> = {}): Connection {
  return {
    id: anId(250),
    conversationId: aConversation().id,
    details: { name: 'Knit and Natter', assetId: anAsset().id, way: 'told', contact: 'person' },
    status: 'open',
    changes: [],
    version: 1,
    ...over,
  }
}

export function aConcern(over: Partial<Concern> = {}): Concern {
  return {
    id: anId(230),
    personId: MARGARET,
    personName: 'Margaret Ellison',
    worry: 'A bruise on her arm.',
    writtenAt: '2026-11-24T09:50:00Z',
    writtenByName: 'Sam Oduya',
    done: [{ actions: ['not-yet'], at: '2026-11-24T09:50:00Z', byName: 'Sam Oduya' }],
    waiting: true,
    ...over,
  }
}

export function theInstruments(): Instrument[] {
  const often = ['Hardly ever or never', 'Some of the time', 'Often'].map((text, at) => ({ value: at + 1, text }))
  return [
    {
      code: 'ons4',
      version: 1,
      name: 'Personal wellbeing (ONS4)',
      form: 'questions',
      licence: 'Open Government Licence v3.0',
      intro: 'Next I would like to ask you four questions.',
      items: [
        { id: 'satisfied', text: 'How satisfied are you?', wording: 'verified', min: 0, max: 10, decimals: 0 },
        { id: 'happy', text: 'How happy did you feel?', wording: 'not-verified', min: 0, max: 10, decimals: 0 },
      ],
      scales: [
        { id: 'satisfied', name: 'Satisfied with life', direction: 'higher-is-better', min: 0, max: 10 },
        { id: 'happy', name: 'Happy yesterday', direction: 'higher-is-better', min: 0, max: 10 },
      ],
    },
    {
      code: 'ucla3-direct',
      version: 1,
      name: 'Loneliness',
      form: 'questions',
      licence: 'Free to use',
      items: [
        { id: 'isolated', text: 'How isolated?', wording: 'verified', min: 1, max: 3, decimals: 0, options: often },
      ],
      scales: [{ id: 'ucla3', name: 'Loneliness', direction: 'lower-is-better', min: 3, max: 9 }],
    },
    {
      code: 'gas',
      version: 1,
      name: 'Goals',
      form: 'goals',
      licence: 'Published method',
      items: [],
      scales: [{ id: 't', name: 'Goal attainment, T score', direction: 'higher-is-better' }],
    },
    {
      code: 'ascot',
      version: 1,
      name: 'ASCOT, score only',
      form: 'score',
      licence: 'University of Kent',
      items: [{ id: 'score', text: 'Weighted score', wording: 'ours', min: -0.17, max: 1, decimals: 3 }],
      scales: [{ id: 'score', name: 'Quality of life', direction: 'higher-is-better', min: -0.17, max: 1 }],
    },
  ]
}

export function aMeasure(over: Partial<Measure> = {}): Measure {
  return {
    id: anId(240),
    personId: MARGARET,
    instrument: 'ons4',
    instrumentVersion: 1,
    day: '2026-09-01',
    how: 'asked',
    baseline: true,
    goals: [],
    answers: [
      { item: 'satisfied', value: 6 },
      { item: 'happy', noAnswer: 'not-today' },
    ],
    scores: [{ scale: 'satisfied', value: 6 }, { scale: 'happy' }],
    recordedAt: '2026-09-01T09:50:00Z',
    recordedByName: 'Priya Nair',
    corrections: [],
    version: 0,
    ...over,
  }
}

/** The goals of a person, as they were set at first. */
export function aGoalMeasure(over: Partial<Measure> = {}): Measure {
  return aMeasure({
    id: anId(242),
    instrument: 'gas',
    goals: [{ what: 'Walk to the library', weight: 1, levels: ['Stays in', '', 'Walks with Sam', '', 'Walks alone'] }],
    answers: [{ item: 'goal-1', value: -1 }],
    scores: [{ scale: 't', value: 40 }],
    ...over,
  })
}

export function aHub(over: Partial<Hub> = {}): Hub {
  return {
    id: LIBRARY,
    name: 'Market Street Library',
    address: ['14 Market Street', 'Larkford'],
    postcode: 'LK1 1AA',
    website: 'https://library.larkshire.example/market-street',
    coLocated: [],
    dropIn: true,
    accessFeatures: ['step-free', 'hearing-loop'],
    rooms: [{ id: anId(15), name: 'Room 2', capacity: 8 }],
    closures: [{ id: anId(16), from: '2026-12-24', to: '2026-12-31', reason: 'New floor' }],
    openingHours: [
      { day: 'monday', opens: '10:00', closes: '17:00' },
      { day: 'tuesday', opens: '09:30', closes: '19:00' },
      { day: 'saturday', opens: '10:00', closes: '12:00' },
    ],
    ...over,
  } as Hub
}

export function aSlot(starts: string, ends: string, over: Partial<DaySlot> = {}, date = '2026-11-24'): DaySlot {
  const bookings = over.bookings ?? []
  const places = over.places ?? Math.max(1, bookings.length)
  return {
    id: anId(),
    starts,
    ends,
    places,
    taken: bookings.length,
    held: 0,
    left: places - bookings.length,
    startsAt: `${date}T${starts}:00Z`,
    endsAt: `${date}T${ends}:00Z`,
    ...over,
    bookings,
  }
}

export function aBooking(personName: string, over: Partial<DayBooking> = {}): DayBooking {
  return {
    id: anId(),
    personId: anId(),
    personName,
    personReference: 'K7MW-3PQX',
    status: 'expected',
    late: false,
    needs: [],
    ...over,
  } as DayBooking
}

export function aDaySession(over: Partial<DaySession> = {}): DaySession {
  return {
    id: anId(),
    starts: '09:30',
    ends: '12:30',
    room: 'Room 2',
    cancelled: false,
    hubClosed: false,
    slots: [],
    ...over,
  }
}

/** A morning in the middle of it, at 10:27am on Tuesday 24 November 2026. */
export const MORNING = new Date('2026-11-24T10:27:00Z')

export function aMorning(): Day {
  const slots = [
    aSlot('09:30', '10:15', {
      bookings: [
        aBooking('Margaret Ellison', {
          id: anId(31),
          personId: MARGARET,
          status: 'arrived',
          arrivedAt: '2026-11-24T09:24:00Z',
          needs: ['step-free', 'someone-with-me'] as DayBooking['needs'],
        }),
        aBooking('Tom Akande', {
          personReference: '9FXC-HT4R',
          status: 'arrived',
          arrivedAt: '2026-11-24T09:31:00Z',
        }),
      ],
    }),
    aSlot('10:15', '11:00', {
      id: anId(42),
      places: 2,
      bookings: [
        aBooking('Gwen Prŷs-Jones', {
          id: anId(33),
          personReference: 'D2QK-8VNA',
          needs: ['hearing-loop'] as DayBooking['needs'],
        }),
      ],
    }),
    aSlot('11:00', '11:45', {
      bookings: [
        aBooking('Farah Siddiqui', { personReference: 'M6TR-5ZJE' }),
        aBooking('Joan Mbeki', { personReference: 'X3PW-Y9HB', needs: ['large-print'] as DayBooking['needs'] }),
      ],
    }),
    aSlot('11:45', '12:30', {
      id: anId(44),
      places: 2,
      bookings: [aBooking('Peter Lowe', { personReference: 'B8NG-2KQD' })],
    }),
  ]
  return aDay({
    sessions: [aDaySession({ slots })],
    counts: { booked: 6, arrived: 2, walkIns: 0, withoutName: 0, placesLeft: 2 },
  })
}

/** The rows of a session for a record from paper: two who are expected, and one who has come. */
export function aPaperSheet(over: Partial<PaperSheet> = {}): PaperSheet {
  const row = { personId: MARGARET, personReference: 'K7MW-3PQX', startsAt: '2026-11-24T09:30:00Z', version: 0 }
  return {
    sessionId: anId(61),
    hubId: LIBRARY,
    hubName: 'Market Street Library',
    date: '2026-11-24',
    starts: '09:30',
    ends: '12:30',
    rows: [
      { ...row, bookingId: anId(31), personName: 'Margaret Ellison', starts: '09:30', status: 'expected' },
      { ...row, bookingId: anId(32), personName: 'Tom Akande', starts: '10:15', status: 'expected' },
      { ...row, bookingId: anId(33), personName: 'Joan Mbeki', starts: '11:00', status: 'arrived' },
    ],
    walkInsOfDay: 1,
    headcountVersion: 0,
    ...over,
  } as PaperSheet
}

export function aDay(over: Partial<Day> = {}): Day {
  return {
    hub: { id: LIBRARY, name: 'Market Street Library' },
    date: '2026-11-24',
    today: true,
    counts: { booked: 0, arrived: 0, walkIns: 0, withoutName: 0, placesLeft: 0 },
    walkIns: [],
    sessions: [],
    ...over,
  } as Day
}

export function aPersonToTell(over: Partial<PersonToTell> = {}): PersonToTell {
  return {
    id: anId(71),
    bookingId: anId(72),
    personId: MARGARET,
    personName: 'Margaret Ellison',
    personReference: 'KDWTGV63',
    phone: '07700 900123',
    noContact: false,
    cause: 'session-changed',
    was: { date: '2026-11-30', starts: '10:15' },
    now: { date: '2026-11-30', starts: '11:15' },
    arisenAt: '2026-11-24T09:00:00Z',
    arisenByName: 'Lena Marsh',
    attempts: { count: 0 },
    ...over,
  }
}

export function aToFinishEntry(over: Partial<ToFinishEntry> = {}): ToFinishEntry {
  return {
    bookingId: anId(81),
    toDo: 'record-attendance',
    date: '2026-11-23',
    starts: '10:15',
    ends: '11:00',
    personId: MARGARET,
    personName: 'Margaret Ellison',
    personReference: 'KDWTGV63',
    ...(over.toDo === 'ring' && { phone: '07700 900123' }),
    noContact: false,
    ...over,
  }
}

export function aFreeSlot(starts: string, ends: string, over: Partial<FreeSlot> = {}): FreeSlot {
  return { id: anId(), sessionId: anId(41), date: '2026-11-24', starts, ends, left: 1, ...over }
}

export function freeSlots(): FreeSlot[] {
  return [
    aFreeSlot('10:15', '11:00', { id: anId(42) }),
    aFreeSlot('11:45', '12:30', { id: anId(44) }),
    aFreeSlot('09:30', '10:15', { id: anId(45), date: '2026-11-26', left: 2 }),
    aFreeSlot('10:15', '11:00', { date: '2026-11-26', left: 2 }),
    aFreeSlot('13:30', '14:15', { date: '2026-12-01' }),
  ]
}

export function found(over: Partial<FoundPerson> = {}): FoundPerson {
  return {
    id: MARGARET,
    reference: 'K7MW-3PQX',
    name: 'Margaret Ellison',
    bornYear: 1948,
    street: 'Mill Lane',
    phoneEnding: '982',
    lastSeen: '2026-11-03',
    ...over,
  }
}

export function aPerson(over: Partial<Person> = {}): Person {
  return {
    id: MARGARET,
    reference: 'K7MW-3PQX',
    firstName: 'Margaret',
    lastName: 'Ellison',
    name: 'Margaret Ellison',
    phone: '07700 900982',
    noContact: false,
    dateOfBirth: '1948-03-27',
    street: 'Mill Lane',
    needs: ['step-free', 'someone-with-me'],
    needsNote: 'Likes to be called Peg',
    version: 3,
    ...over,
  } as Person
}

/** One entry of each kind of a person's timeline, the latest first. */
export function timeline(): TimelineEntry[] {
  const record = anId(201)
  return [
    {
      kind: 'booking',
      id: anId(91),
      day: '2026-12-01',
      status: 'expected',
      hubId: LIBRARY,
      hubName: 'Market Street Library',
      starts: '10:15',
      readable: true,
    },
    { kind: 'conversation', id: record, day: '2026-11-24', status: 'finished', conversationId: record, readable: true },
    {
      kind: 'step',
      id: anId(92),
      day: '2026-11-24',
      status: 'open',
      conversationId: record,
      due: '2026-11-30',
      readable: true,
    },
    { kind: 'measure', id: anId(93), day: '2026-11-24', status: 'done', instrument: 'ons4', readable: true },
    {
      kind: 'conversation',
      id: anId(94),
      day: '2026-11-03',
      status: 'draft',
      conversationId: anId(94),
      readable: false,
    },
  ]
}

/** Peg Ellison, who is suggested to be Margaret Ellison. */
export function aPersonMerge(over: Partial<PersonMerge> = {}): PersonMerge {
  return {
    id: anId(78),
    status: 'suggested',
    merged: { id: anId(79), reference: 'W5CT-J8FR', name: 'Peg Ellison', bookings: 2, conversations: 1 },
    kept: {
      id: MARGARET,
      reference: 'K7MW-3PQX',
      name: 'Margaret Ellison',
      bornYear: 1948,
      bookings: 5,
      conversations: 3,
    },
    suggested: { at: '2026-11-23T09:12:00Z', byName: 'Sam Oduya', reason: 'The same phone, and Peg is short for it' },
    ...over,
  }
}

/** Two bookings and a walk-in of a person, the latest first. */
export function personBookings(): PersonBooking[] {
  return [
    {
      id: anId(31),
      hubId: LIBRARY,
      hubName: 'Market Street Library',
      date: '2026-11-24',
      starts: '09:30',
      status: 'expected',
      walkIn: false,
    },
    {
      id: anId(61),
      hubId: anId(12),
      hubName: 'Elland Road Community Hub',
      date: '2026-11-03',
      starts: '12:00',
      status: 'arrived',
      walkIn: false,
    },
    {
      id: anId(62),
      hubId: LIBRARY,
      hubName: 'Market Street Library',
      date: '2026-10-20',
      starts: '10:07',
      status: 'finished',
      walkIn: true,
    },
  ]
}

export function booked(slot: FreeSlot, over: Partial<Booking> = {}): Booking {
  return {
    id: anId(),
    slotId: slot.id,
    sessionId: slot.sessionId,
    hubName: 'Market Street Library',
    date: slot.date,
    starts: slot.starts,
    ends: slot.ends,
    personId: MARGARET,
    personName: 'Margaret Ellison',
    status: 'expected',
    askedOn: '2026-11-24',
    ...over,
  } as Booking
}

export function aSessionSummary(date: string, over: Partial<SessionSummary> = {}): SessionSummary {
  return {
    id: anId(),
    date,
    starts: '09:30',
    ends: '12:30',
    room: 'Room 2',
    status: 'planned',
    dropInOnly: false,
    places: 8,
    taken: 6,
    left: 2,
    ...over,
  }
}

/** The week of Tuesday 24 November 2026 at two hubs, of which one is closed from Thursday on. */
export function aWeek(over: Partial<Week> = {}): Week {
  const session = { starts: '09:30', ends: '12:30', kind: 'First contact', cancelled: false, dropInOnly: false }
  return {
    days: ['23', '24', '25', '26', '27', '28', '29'].map((day) => ({ date: `2026-11-${day}` })),
    items: [
      {
        id: LIBRARY,
        name: 'Market Street Library',
        sessions: [
          { ...session, id: anId(51), date: '2026-11-24', hubClosed: false, places: 8, left: 2 },
          { ...session, id: anId(52), date: '2026-11-26', hubClosed: true, places: 8, left: 8 },
        ],
        closures: [{ from: '2026-11-26', to: '2026-12-02', reason: 'New floor' }],
      },
      {
        id: anId(12),
        name: 'Village Hall',
        sessions: [
          { ...session, id: anId(53), date: '2026-11-24', dropInOnly: true, hubClosed: false, places: 0, left: 0 },
        ],
        closures: [],
      },
    ],
    total: 2,
    ...over,
  } as Week
}

export function aWholeSession(over: Partial<WholeSession> = {}): WholeSession {
  return {
    id: anId(90),
    hubId: LIBRARY,
    hubName: 'Market Street Library',
    date: '2026-12-01',
    starts: '09:30',
    ends: '12:30',
    room: 'Room 2',
    kind: 'First contact',
    status: 'planned',
    dropInOnly: false,
    breaks: [{ starts: '11:00', ends: '11:15' }],
    slotMinutes: 45,
    placesPerSlot: 1,
    staff: [],
    seriesId: anId(81),
    detachedFromSeries: false,
    slots: [
      { id: anId(95), starts: '09:30', ends: '10:15', places: 1, taken: 1, left: 0 },
      { id: anId(96), starts: '10:15', ends: '11:00', places: 1, taken: 1, left: 0 },
      { id: anId(97), starts: '11:15', ends: '12:00', places: 1, taken: 0, left: 1 },
    ],
    ...over,
  }
}

/** A free place of a session in winter, to which a booking can move. */
export function aPlace(session: number, date: string, starts: string) {
  return { sessionId: anId(session), startsAt: `${date}T${starts}:00Z`, date, starts }
}

/** Two are booked: one goes to another time, and there is no place for the other. */
export function anOutcome(over: Partial<ChangeOutcome> = {}): ChangeOutcome {
  return {
    sessions: ['2026-12-01', '2026-12-08', '2026-12-15'].map((date, at) => ({
      id: anId(90 + at),
      date,
      starts: '10:00',
      ends: '11:30',
      status: 'planned',
      booked: at === 0 ? 3 : 0,
      moved: at === 0 ? 1 : 0,
      cancelled: at === 0 ? 1 : 0,
    })),
    booked: 3,
    moved: 1,
    cancelled: 1,
    bookings: [
      {
        bookingId: anId(61),
        personId: MARGARET,
        personName: 'Margaret Ellison',
        date: '2026-12-01',
        starts: '09:30',
        outcome: 'moved',
        movedTo: aPlace(90, '2026-12-01', '10:00'),
        offers: [aPlace(90, '2026-12-01', '11:30')],
      },
      {
        bookingId: anId(62),
        personId: anId(22),
        personName: 'Dennis Wray',
        date: '2026-12-01',
        starts: '10:15',
        outcome: 'cancelled',
        offers: [aPlace(91, '2026-12-08', '10:00'), aPlace(91, '2026-12-08', '10:45')],
      },
    ],
    ...over,
  }
}

/** An import that is undone but for two hubs. */
export function anUndo(over: Partial<UndoOutcome> = {}): UndoOutcome {
  return {
    removed: 2899,
    restored: 10,
    stays: [
      { hubId: LIBRARY, name: 'Market Street Library', why: 'used' },
      { hubId: anId(12), name: 'Elland Road Community Hub', why: 'changed' },
    ],
    stayCount: 2,
    ...over,
  }
}

/** The members who can be named as staff. */
export const TEAM = [
  { id: anId(9), name: 'Priya Nair' },
  { id: anId(71), name: 'Lena Marsh' },
]

/** The parts that the council adopted from its blueprint. */
export const KINDS = [
  { code: 'first-contact', name: 'First contact', minutes: 45, dropInOnly: false },
  { code: 'follow-up', name: 'Follow-up', minutes: 20, dropInOnly: false },
  { code: 'drop-in', name: 'Drop-in', minutes: 30, dropInOnly: true },
]

export function aReport(over: Partial<ImportReport> = {}): ImportReport {
  return {
    rows: 3,
    added: 2,
    changed: 1,
    unchanged: 0,
    preview: [
      { name: 'Market Street Library', about: ['14 Market Street, Larkford', 'LK1 1AA'] },
      { name: 'Elland Road Community Hub', about: ['3 Elland Road, Larkford', 'LK2 4QT'] },
      { name: 'St Anne’s Café', about: ['Church Walk, Little Hebble', 'LK7 8RB'] },
    ],
    errors: [],
    errorCount: over.errors?.length ?? 0,
    errorRows: new Set(over.errors?.map(({ row }) => row)).size,
    remarks: [],
    remarkCount: over.remarks?.length ?? 0,
    remarkRows: new Set(over.remarks?.map(({ row }) => row)).size,
    ...over,
  } as ImportReport
}

export function anImport(over: Partial<HubImport> = {}): HubImport {
  return {
    id: anId(65),
    importedAt: '2026-11-24T09:12:00Z',
    importedByName: 'Lena Marsh',
    added: 2901,
    changed: 10,
    undoUntil: '2026-11-25T09:12:00Z',
    undone: false,
    ...over,
  }
}

export function aCouncilRecord(over: Partial<CouncilRecord> = {}): CouncilRecord {
  return {
    id: LARKSHIRE,
    name: 'Larkshire Council',
    alias: 'larkshire',
    talkingPoint: 'Talking point',
    contactPhone: '01632 960123',
    contactEmail: 'help@larkshire.example',
    demonstration: true,
    version: 4,
    ...over,
  } as CouncilRecord
}

export function aMember(name: string, over: Partial<Member> = {}): Member {
  return {
    id: anId(),
    name,
    email: `${name.split(' ')[0]?.toLowerCase()}@larkshire.example`,
    roles: ['hub-staff'],
    status: 'active',
    signedIn: true,
    version: 1,
    ...over,
  } as Member
}

const EVERY_TUESDAY: Series['repeats'] = { repeats: 'weekly', every: 1, days: ['tuesday'], dates: [] }

export function aSeries(over: Partial<Series> = {}): Series {
  return {
    id: anId(81),
    hubId: LIBRARY,
    hubName: 'Market Street Library',
    repeats: EVERY_TUESDAY,
    recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=TU',
    first: '2026-12-01',
    starts: '09:30',
    ends: '12:30',
    breaks: [{ starts: '11:00', ends: '11:15' }],
    slotMinutes: 45,
    placesPerSlot: 2,
    dropInOnly: false,
    kind: 'First contact',
    room: 'Room 2',
    staff: [],
    plannedUntil: '2027-11-24',
    skipped: [{ date: '2026-12-28', reason: 'bank-holiday' }],
    ahead: 51,
    sessions: ['2026-12-01', '2026-12-08', '2026-12-15'].map((date, at) => ({
      id: anId(90 + at),
      date,
      starts: '09:30',
      ends: '12:30',
      room: 'Room 2',
      status: at === 2 ? 'cancelled' : 'planned',
      detachedFromSeries: at === 1,
    })),
    ...over,
  }
}

export function aSeriesSummary(over: Partial<SeriesSummary> = {}): SeriesSummary {
  return {
    id: anId(81),
    repeats: EVERY_TUESDAY,
    first: '2026-12-01',
    starts: '09:30',
    ends: '12:30',
    dropInOnly: false,
    kind: 'First contact',
    room: 'Room 2',
    ahead: 51,
    next: '2026-12-01',
    ...over,
  }
}

export function aPreviewDay(date: string, over: Partial<PreviewDay> = {}): PreviewDay {
  return { date, skipped: false, forbidden: false, conflicts: [], ...over }
}

export function aSeriesPreview(over: Partial<SeriesPreview> = {}): SeriesPreview {
  return {
    repeats: EVERY_TUESDAY,
    dates: [
      aPreviewDay('2026-12-01'),
      aPreviewDay('2026-12-08'),
      aPreviewDay('2026-12-15', {
        forbidden: true,
        conflicts: [{ reason: 'clash', clash: { kind: 'Drop-in', starts: '09:30', ends: '12:30', room: 'Room 2' } }],
      }),
      aPreviewDay('2026-12-22', {
        skipped: true,
        conflicts: [{ reason: 'hub-closed', why: 'New floor' }],
      }),
    ],
    later: [
      aPreviewDay('2027-12-28', {
        skipped: true,
        conflicts: [{ reason: 'bank-holiday', why: 'Boxing Day (substitute day)' }],
      }),
    ],
    sessions: 50,
    yearsWithoutHolidays: [],
    ...over,
  }
}

export function anInvitation(email: string, over: Partial<Invitation> = {}): Invitation {
  return {
    id: anId(),
    email,
    roles: ['hub-staff'],
    status: 'sent',
    invitedByName: 'Lena Marsh',
    invitedAt: '2026-11-23T09:12:00Z',
    expiresAt: '2026-11-30T09:12:00Z',
    ...over,
  } as Invitation
}

/** The mail that a lead sees before it goes out. */
export const INVITATION_TEXT = `Hello

Lena Marsh, a lead at Larkshire Council, invites you to work with them in Alongside, the council's service for talking points.

Your role: hub staff

To accept, open this link:
https://alongside.example/join#…

The link works once, until Tuesday 1 December 2026 at 10:27am. It is for amir@larkshire.example only: do not forward it. You will be asked for this address.

If you did not expect this, you do not need to do anything.

Alongside, for Larkshire Council
`

export function anAuthority(
  code: string,
  name: string,
  officialName: string,
  over: Partial<LocalAuthority> = {},
): LocalAuthority {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const more = { kind: 'unitary', nation: 'england', region: 'North West', formerCodes: [], successors: [] }
  return { code, name, officialName, slug, ...more, ...over } as LocalAuthority
}

export function aBlueprint(over: Partial<Blueprint> = {}): Blueprint {
  return {
    name: 'After Thurrock’s published approach',
    version: '1.0',
    published: '2026-11-22',
    about:
      'A start, put together from what is public. Neither Thurrock Council nor NDTi wrote, checked or endorsed it.',
    sources: [
      { id: 'principles', title: 'The seven principles, as commonly published', publisher: 'NDTi and councils' },
      { id: 'alongside', title: 'Alongside’s own suggestion', publisher: 'Alongside', note: 'Councils change it.' },
    ],
    parts: [
      {
        id: 'principles',
        title: 'Principles',
        about: 'What the approach stands on.',
        adopted: false,
        elements: [
          {
            id: 'principle.bureaucracy',
            title: 'Bureaucracy',
            value: { text: 'Bureaucracy is the absolute minimum it has to be.' },
            source: 'principles',
            provenance: 'as-commonly-published',
          },
        ],
      },
      {
        id: 'kinds',
        title: 'Kinds of session',
        about: 'What can be booked or dropped in to, and how long it takes.',
        adopted: false,
        elements: [
          {
            id: 'kind.conversation',
            title: 'Conversation',
            value: { code: 'conversation', name: 'Conversation', minutes: 45, writeUpMinutes: 15, dropInOnly: false },
            source: 'alongside',
            provenance: 'suggestion',
            note: '45 to 60 minutes is typical.',
          },
        ],
      },
    ],
    own: [],
    differences: [],
    ...over,
  }
}
