import type { Day } from '../text/dates'

const hub = (hubId: string) => `/hubs/${hubId}`
const day = (hubId: string, date: Day | 'today') => `${hub(hubId)}/days/${date}`
const booking = (hubId: string, date: Day, bookingId: string) => `${day(hubId, date)}/bookings/${bookingId}`
const conversation = (conversationId: string) => `/conversations/${conversationId}`
const council = (councilId: string) => `/councils/${councilId}`
const person = (personId: string) => `/people/${personId}`
const series = (seriesId: string) => `/series/${seriesId}`
const session = (sessionId: string) => `/sessions/${sessionId}`

/** The addresses of all pages. A journey's `routes.ts` says which page is shown at each. */
export const paths = {
  home: '/',
  chooseCouncil: '/choose-council',
  signIns: '/sign-ins',
  forgottenPassword: '/forgotten-password',
  today: '/today',
  week: '/week',
  day,
  daySheet: (hubId: string, date: Day) => `${day(hubId, date)}/sheet`,
  bookSomeone: (hubId: string, date: Day, slotId?: string) =>
    `${day(hubId, date)}/book${slotId === undefined ? '' : `?slot=${slotId}`}`,
  headcount: (hubId: string, date: Day, sessionId: string) => `${day(hubId, date)}/sessions/${sessionId}/headcount`,
  paper: (hubId: string, date: Day, sessionId: string) => `${day(hubId, date)}/sessions/${sessionId}/paper`,
  addWalkIn: (hubId: string, date: Day) => `${day(hubId, date)}/walk-in`,
  extraPlace: (hubId: string, date: Day, slotId: string) => `${day(hubId, date)}/slots/${slotId}/extra-place`,
  booking,
  /** The row of a booking on the board of its day. */
  bookingRow: (hubId: string, date: Day, bookingId: string) => `${day(hubId, date)}#booking-${bookingId}`,
  moveBooking: (hubId: string, date: Day, bookingId: string) => `${booking(hubId, date, bookingId)}/move`,
  cancelBooking: (hubId: string, date: Day, bookingId: string) => `${booking(hubId, date, bookingId)}/cancel`,
  correctBooking: (hubId: string, date: Day, bookingId: string) => `${booking(hubId, date, bookingId)}/correct`,
  walkIn: (hubId: string, date: Day, walkInId: string) => `${day(hubId, date)}/walk-ins/${walkInId}`,
  didNotAttend: (hubId: string, date: Day, bookingId: string) => `${booking(hubId, date, bookingId)}/did-not-attend`,
  recordAttendance: (hubId: string, date: Day, bookingId: string) => `${booking(hubId, date, bookingId)}/attendance`,
  bookingSlip: (hubId: string, date: Day, bookingId: string) => `${booking(hubId, date, bookingId)}/slip`,
  peopleToTell: (hubId: string) => `${hub(hubId)}/people-to-tell`,
  peopleTold: (hubId: string) => `${hub(hubId)}/people-told`,
  assets: '/community-assets',
  newAsset: '/community-assets/new',
  importAssets: '/community-assets/import',
  checkAssets: '/community-assets/import/check',
  editAsset: (assetId: string) => `/community-assets/${assetId}/edit`,
  hubs: '/hubs',
  chooseHubForToday: '/hubs?for=today',
  newHub: '/hubs/new',
  importHubs: '/hubs/import',
  checkImport: '/hubs/import/check',
  importDone: '/hubs/import/done',
  undoImport: (importId: string) => `/hubs/imports/${importId}/undo`,
  hub,
  hubPart: (hubId: string, part: 'edit' | 'rooms' | 'closures') => `${hub(hubId)}/${part}`,
  sessions: (hubId: string, from?: Day) => `${hub(hubId)}/sessions${from === undefined ? '' : `?from=${from}`}`,
  newSession: (hubId: string) => `${hub(hubId)}/sessions/new`,
  checkNewSession: (hubId: string) => `${hub(hubId)}/sessions/new/check`,
  seriesList: (hubId: string) => `${hub(hubId)}/series`,
  newSeries: (hubId: string) => `${hub(hubId)}/series/new`,
  checkNewSeries: (hubId: string) => `${hub(hubId)}/series/new/check`,
  series,
  endSeries: (seriesId: string) => `${series(seriesId)}/end`,
  checkEndSeries: (seriesId: string) => `${series(seriesId)}/end/check`,
  session,
  changeAllSessions: (sessionId: string) => `${session(sessionId)}?scope=all`,
  people: '/people',
  newPerson: '/people/new',
  personMerges: '/person-merges',
  lastSpoken: (weeks?: string) => `/last-spoken${weeks === undefined ? '' : `?weeks=${weeks}`}`,
  suggestMerge: (personId: string) => `${person(personId)}/merge`,
  person,
  bookPerson: (personId: string) => `${person(personId)}/book`,
  editPerson: (personId: string) => `${person(personId)}/edit`,
  aboutMe: (personId: string) => `${person(personId)}/about-me`,
  communication: (personId: string) => `${person(personId)}/communication`,
  accessLog: (personId: string) => `${person(personId)}/access-log`,
  conversations: '/conversations',
  withoutReaders: '/conversations-without-readers',
  conversationsBy: (who: 'me' | 'all') => (who === 'me' ? '/conversations' : '/conversations?by=all'),
  conversation,
  conversationHistory: (conversationId: string) => `${conversation(conversationId)}/history`,
  moveConversation: (conversationId: string) => `${conversation(conversationId)}/move`,
  correctConversation: (conversationId: string) => `${conversation(conversationId)}/correct`,
  finishConversation: (conversationId: string) => `${conversation(conversationId)}/finish`,
  /** A new record of a visit or about a person, or the record that the visit has already. */
  newConversation: (about?: 'booking' | 'walkIn' | 'person', id?: string) =>
    `/conversations/new${about === undefined ? '' : `?${about}=${id}`}`,
  letter: (conversationId: string, personId?: string) =>
    `${conversation(conversationId)}/letter${personId === undefined ? '' : `?person=${personId}`}`,
  wholeRecord: (conversationId: string) => `${conversation(conversationId)}/whole`,
  worry: (conversationId?: string) => `/worry${conversationId === undefined ? '' : `?conversation=${conversationId}`}`,
  concerns: '/concerns',
  measures: (personId: string) => `${person(personId)}/measures`,
  /** The choice of an instrument. */
  askMeasure: (personId: string, conversationId?: string) =>
    `${person(personId)}/measures/ask${conversationId === undefined ? '' : `?conversation=${conversationId}`}`,
  askInstrument: (personId: string, instrument: string, conversationId?: string) =>
    `${person(personId)}/measures/ask/${instrument}${conversationId === undefined ? '' : `?conversation=${conversationId}`}`,
  paperMeasure: (personId: string, instrument: string) => `${person(personId)}/measures/paper/${instrument}`,
  measure: (personId: string, measureId: string) => `${person(personId)}/measures/answers/${measureId}`,
  correctMeasure: (personId: string, measureId: string) => `${person(personId)}/measures/answers/${measureId}/correct`,
  figures: '/figures',
  insights: '/insights',
  nationalMeasures: '/national-measures',
  /**
   * The comparison with other councils: the newest quarter, or another one, with all councils or with similar ones. Or
   * the introductions to other councils: all of them, the council's offer, or a question about a rate.
   */
  comparison: (chosen: { from?: string; pool?: string; introductions?: string } = {}) => {
    const query = new URLSearchParams(chosen).toString()
    return `/compare${query === '' ? '' : `?${query}`}`
  },
  /** The check of the file for the national return: the last quarter that is over, or the one that begins on a day. */
  clientLevelData: (quarter?: string) => `/client-level-data${quarter === undefined ? '' : `?quarter=${quarter}`}`,
  /** A figure, for all hubs and kinds or for one of them. */
  insight: (figure: string, only: { hub?: string; kind?: string; by?: string } = {}) => {
    const query = new URLSearchParams(only).toString()
    return `/insights/${figure}${query === '' ? '' : `?${query}`}`
  },
  /** The sessions behind a figure of a hub in one period, and the people of one of them. */
  insightUnits: (figure: string, units: 'sessions' | 'people', part: Record<string, string>) =>
    `/insights/${figure}/${units}?${new URLSearchParams(part)}`,
  evidence: '/evidence',
  evidenceStatement: (statement: string) => `/evidence/statements/${statement}`,
  evidenceDraft: '/evidence/draft',
  evidenceSection: (section: string) => `/evidence/draft/${section}`,
  evidenceReport: (reportId: string) => `/evidence/reports/${reportId}`,
  sharing: '/sharing',
  audit: '/audit',
  setup: '/set-up',
  poster: '/poster',
  goLive: '/set-up/go-live',
  settings: '/settings',
  settingsPart: (
    part:
      | 'name'
      | 'contact'
      | 'safeguarding'
      | 'second-factor'
      | 'sign-in'
      | 'languages'
      | 'data-protection'
      | 'assessment'
      | 'labels'
      | 'logo'
      | 'colour',
  ) => `/settings/${part}`,
  agreement: '/agreement',
  acceptAgreement: '/agreement/accept',
  blueprint: '/blueprint',
  adoptBlueprint: '/blueprint/adopt',
  blueprintDifferences: '/blueprint/differences',
  blueprintPart: (part: string) => `/blueprint/parts/${part}`,
  team: '/team',
  invite: '/team/invite',
  checkInvite: '/team/invite/check',
  invitation: (invitationId: string) => `/team/invitations/${invitationId}`,
  teamMember: (memberId: string) => `/team/members/${memberId}`,
  support: '/support-access',
  suspension: (councilId: string) => `${council(councilId)}/suspension`,
  askForSupport: (councilId: string) => `${council(councilId)}/support-access/new`,
  health: '/health',
  /** The text of a runbook, which the gateway serves. */
  runbook: (name: string) => `/gateway/runbooks/${name}`,
  councils: '/councils',
  newCouncil: '/councils/new',
  checkNewCouncil: '/councils/new/check',
  newCouncilDetails: '/councils/new/details',
  newDemonstrationCouncil: '/councils/new/made-up',
  facts: '/councils/facts',
  council,
  outbox: '/outbox',
  outboxOf: (councilId: string) => `/outbox/${councilId}`,
} as const
