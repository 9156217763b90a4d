import type { Paths } from './client'

/** The JSON that an operation answers with when all is well. */
type Answer<Path extends keyof Paths, Method extends keyof Paths[Path]> = Paths[Path][Method] extends {
  responses: infer Responses
}
  ? Responses extends { 200: { content: { 'application/json': infer Body } } }
    ? Body
    : Responses extends { 201: { content: { 'application/json': infer Body } } }
      ? Body
      : never
  : never

/** The JSON that an operation takes. */
type Asks<Path extends keyof Paths, Method extends keyof Paths[Path]> = Paths[Path][Method] extends {
  requestBody: { content: { 'application/json': infer Body } }
}
  ? Body
  : never

// Named here by what they are, because the names of schemas belong to the services.
export type Council = Answer<'/api/council', 'get'>
export type HubPage = Answer<'/api/hubs', 'get'>
export type Hub = Answer<'/api/hubs/{hubId}', 'get'>
export type NewHub = Asks<'/api/hubs', 'post'>
export type Room = Hub['rooms'][number]
export type NewRoom = Asks<'/api/hubs/{hubId}/rooms', 'post'>
export type PersonToTell = Answer<'/api/hubs/{hubId}/people-to-tell', 'get'>['items'][number]
export type ToFinishList = Answer<'/api/hubs/{hubId}/to-finish', 'get'>
export type ToFinishEntry = ToFinishList['items'][number]
export type FollowUpOutcome = Asks<'/api/bookings/{bookingId}/follow-up', 'post'>['outcome']
export type HowTold = Asks<'/api/people-to-tell/{personToTellId}/told', 'post'>['how']
export type NewClosure = Asks<'/api/hubs/{hubId}/closures', 'post'>
export type ClosurePreview = Answer<'/api/hubs/{hubId}/closures/preview', 'post'>
export type ImportReport = Answer<'/api/hubs/imports/preview', 'post'>
export type HubImport = Answer<'/api/hubs/imports', 'post'>
export type UndoOutcome = Answer<'/api/hubs/imports/{importId}/undo', 'post'>
export type SessionPreview = Answer<'/api/hubs/{hubId}/sessions/preview', 'post'>
export type NewSession = Asks<'/api/hubs/{hubId}/sessions', 'post'>
export type Week = Answer<'/api/weeks/{date}', 'get'>
export type WeekDay = Week['days'][number]
export type WeekHub = Week['items'][number]
export type WeekSession = WeekHub['sessions'][number]
export type SessionSummary = Answer<'/api/hubs/{hubId}/sessions', 'get'>['items'][number]
export type WholeSession = Answer<'/api/sessions/{sessionId}', 'get'>
export type SessionChange = Asks<'/api/sessions/{sessionId}/changes', 'post'>
export type SeriesEnd = Asks<'/api/series/{seriesId}/end', 'post'>
export type ChangeOutcome = Answer<'/api/sessions/{sessionId}/changes', 'post'>
export type AffectedBooking = ChangeOutcome['bookings'][number]
export type BookingChoices = NonNullable<SessionChange['bookings']>
export type NewSeries = Asks<'/api/hubs/{hubId}/series', 'post'>
export type SeriesPreview = Answer<'/api/hubs/{hubId}/series/preview', 'post'>
export type PreviewDay = SeriesPreview['dates'][number]
export type SeriesSummary = Answer<'/api/hubs/{hubId}/series', 'get'>['items'][number]
export type Series = Answer<'/api/series/{seriesId}', 'get'>
export type Repeats = Series['repeats']
export type Day = Answer<'/api/hubs/{hubId}/days/{date}', 'get'>
export type DaySession = Day['sessions'][number]
export type DaySlot = DaySession['slots'][number]
export type DayBooking = DaySlot['bookings'][number]
export type FreeSlot = Answer<'/api/hubs/{hubId}/free-slots', 'get'>['items'][number]
export type FoundPerson = Answer<'/api/people/search', 'post'>['items'][number]
export type Duplicate = Answer<'/api/people/duplicates', 'post'>['items'][number]
export type Person = Answer<'/api/people/{personId}', 'get'>
export type PersonBooking = Answer<'/api/people/{personId}/bookings', 'get'>['items'][number]
export type PersonMerge = Answer<'/api/people/{personId}/merges', 'get'>['items'][number]
export type NewPersonMerge = Asks<'/api/person-merges', 'post'>
export type TimelineEntry = Answer<'/api/people/{personId}/timeline', 'get'>['items'][number]
export type PersonDetails = Asks<'/api/people', 'post'>
export type Absence = Asks<'/api/bookings/{bookingId}/did-not-attend', 'post'>
export type WalkIn = Day['walkIns'][number]
export type BookingCorrection = Asks<'/api/bookings/{bookingId}/corrections', 'post'>
export type WalkInCorrection = Asks<'/api/walk-ins/{walkInId}/corrections', 'post'>
export type Correction = Answer<'/api/bookings/{bookingId}/corrections', 'get'>['items'][number]
export type NewWalkIn = Asks<'/api/hubs/{hubId}/days/{date}/walk-ins', 'post'>
export type Hold = Answer<'/api/slots/{slotId}/holds', 'post'>
export type Booking = Answer<'/api/slots/{slotId}/bookings', 'post'>
export type Conversation = Answer<'/api/conversations/{conversationId}', 'get'>
export type Prompt = Conversation['prompts'][number]
export type NewConversation = Asks<'/api/conversations', 'post'>
export type ConversationSummary = Answer<'/api/conversations', 'get'>['items'][number]
export type ConversationRevision = Answer<'/api/conversations/{conversationId}/revisions', 'get'>['items'][number]
export type Conclusion = Answer<'/api/conversations/{conversationId}/conclusion', 'get'>
export type Decisions = Conclusion['decisions']
export type Step = Answer<'/api/conversations/{conversationId}/steps', 'get'>['items'][number]
export type StepDetails = Asks<'/api/conversations/{conversationId}/steps', 'post'>
export type StepChange = Asks<'/api/conversations/{conversationId}/steps/{stepId}', 'put'>
export type OpenStep = Answer<'/api/steps', 'get'>['items'][number]
export type FinishRequest = Asks<'/api/conversations/{conversationId}/finish', 'post'>
export type ConversationWriters = Answer<'/api/conversations/{conversationId}/writers/me', 'post'>

export type Letter = Answer<'/api/conversations/{conversationId}/letters/{personId}', 'get'>
export type LetterPart = Letter['parts'][number]
export type WithoutReaders = Answer<'/api/conversations-without-readers', 'get'>
export type OverdueWork = Answer<'/api/overdue-work', 'get'>
export type PaperSheet = Answer<'/api/sessions/{sessionId}/paper-sheet', 'get'>
export type PaperRow = PaperSheet['rows'][number]
export type PaperRecord = Asks<'/api/sessions/{sessionId}/paper-records', 'post'>
export type Asset = Answer<'/api/assets/{assetId}', 'get'>
export type AssetDetails = Asset['details']
export type ConversationMove = Answer<'/api/conversations/{conversationId}/moves', 'get'>['items'][number]
export type NewMove = Asks<'/api/conversations/{conversationId}/moves', 'post'>
export type Sentence = Answer<'/api/people/{personId}/about-me', 'get'>['items'][number]
export type SentenceDetails = Asks<'/api/people/{personId}/about-me', 'post'>
export type AboutMeChange = Asks<'/api/people/{personId}/about-me/{sentenceId}', 'put'>
export type Look = Answer<'/api/conversations/{conversationId}/about-me-looks', 'get'>['items'][number]
export type Communication = Answer<'/api/people/{personId}/communication', 'get'>
export type NewCommunication = Asks<'/api/people/{personId}/communication', 'put'>
export type Concern = Answer<'/api/concerns', 'get'>['items'][number]
export type Connection = Answer<'/api/conversations/{conversationId}/connections', 'get'>['items'][number]
export type ConnectionDetails = Connection['details']
export type ConnectionChange = Asks<'/api/conversations/{conversationId}/connections/{connectionId}', 'put'>
export type NewConcern = Asks<'/api/concerns', 'post'>
export type NewConcernAction = Asks<'/api/concerns/{concernId}/actions', 'post'>
export type Instrument = Answer<'/api/instruments', 'get'>['items'][number]
export type Measure = Answer<'/api/people/{personId}/measures', 'get'>['items'][number]
export type NewMeasure = Asks<'/api/people/{personId}/measures', 'post'>
export type MeasureCorrection = Asks<'/api/people/{personId}/measures/{measureId}', 'put'>
export type MeasureChange = Answer<'/api/measures/change', 'get'>
export type SubmissionCheck = Answer<'/api/client-level-data/{quarter}', 'get'>
export type SubmissionField = SubmissionCheck['fields'][number]
export type NewExtract = Asks<'/api/client-level-data/{quarter}/extracts', 'post'>
export type IntroductionQuestionList = Answer<'/api/introductions/questions', 'get'>
export type IntroductionQuestion = IntroductionQuestionList['items'][number]
export type NewIntroductionQuestion = Asks<'/api/introductions/questions', 'post'>
export type IntroductionRequest = Answer<'/api/introductions/requests', 'get'>['items'][number]
export type IntroductionAnswer = Asks<'/api/introductions/requests/{requestId}/answer', 'post'>['answer']
export type IntroductionOffer = Answer<'/api/introductions/offer', 'get'>
export type ComparisonList = Answer<'/api/comparisons', 'get'>
export type Comparison = Answer<'/api/comparisons/{from}', 'get'>
export type ComparedPool = Comparison['pools'][number]
export type ComparedRate = ComparedPool['measures'][number]
export type ComparedWait = ComparedPool['waits'][number]
export type FigureSummary = Answer<'/api/figures', 'get'>['items'][number]
export type FigureDetail = Answer<'/api/figures/{figure}', 'get'>
export type FigurePublication = Answer<'/api/figures/{figure}/publication', 'get'>
export type FigureSessions = Answer<'/api/figures/{figure}/sessions', 'get'>
export type FigurePeople = Answer<'/api/figures/{figure}/people', 'post'>
export type LookAtPeople = Asks<'/api/figures/{figure}/people', 'post'>
export type FigureNote = Answer<'/api/figures/{figure}/notes', 'get'>['items'][number]
export type Evidence = Answer<'/api/evidence', 'get'>
export type EvidenceFigure = Evidence['figures'][number]
export type EvidenceNote = Evidence['notes'][number]
export type NewEvidenceNote = Asks<'/api/evidence-notes', 'post'>
export type EvidenceDraft = Answer<'/api/evidence-draft', 'get'>
export type EvidenceReportContent = EvidenceDraft['content']
export type EvidenceReport = Answer<'/api/evidence-reports/{reportId}', 'get'>
export type SheetSharing = Answer<'/api/sheet-sharing', 'get'>
export type SealedSheet = Answer<'/api/sheets', 'get'>['items'][number]
export type SheetPreview = Answer<'/api/sheets/next/{kind}', 'get'>
export type SheetFact = SheetPreview['facts'][number]
export type NewSheetCorrection = Asks<'/api/sheet-corrections', 'post'>
export type NewFigureNote = Asks<'/api/figures/{figure}/notes', 'post'>
export type Safeguarding = Answer<'/api/settings/safeguarding', 'get'>
export type NewSafeguarding = Asks<'/api/settings/safeguarding', 'put'>
export type SecondFactorRule = Answer<'/api/settings/second-factor', 'get'>
export type SignInProviderPage = Answer<'/api/settings/sign-in-provider', 'get'>
export type SignInProvider = SignInProviderPage['provider']
export type NewSignInProvider = Asks<'/api/settings/sign-in-provider', 'put'>
export type CheckedSignIn = Answer<'/api/settings/sign-in-provider/test', 'post'>
export type EmailDomains = Answer<'/api/councils/{councilId}/email-domains', 'get'>
export type SecondFactorRuleChange = Asks<'/api/settings/second-factor', 'put'>

export type CouncilSummary = Answer<'/api/councils', 'get'>['items'][number]
export type ServiceState = Answer<'/api/deployment', 'get'>['tenantService']
export type CouncilRecord = Answer<'/api/councils/{councilId}', 'get'>
export type CouncilSettings = Asks<'/api/councils/{councilId}/settings', 'put'>
export type NewCouncil = Asks<'/api/councils', 'post'>
export type Member = Answer<'/api/councils/{councilId}/members', 'get'>['items'][number]
export type LeadAppointment = Asks<'/api/councils/{councilId}/members', 'post'>

export type Team = Answer<'/api/members', 'get'>
export type SecondFactorReset = Asks<'/api/members/{memberId}/second-factor-reset', 'post'>
export type TeamMemberChange = Asks<'/api/members/{memberId}', 'put'>
export type Invitation = Answer<'/api/invitations', 'get'>['items'][number]
export type NewInvitations = Asks<'/api/invitations', 'post'>
export type InvitationPreview = Answer<'/api/invitations/preview', 'post'>
export type OpenInvitation = Answer<'/open/invitations/preview', 'post'>
export type OpenPasswordReset = Answer<'/open/password-resets/preview', 'post'>
export type Joined = Answer<'/open/invitations/accept', 'post'>
export type SuspensionReason = Asks<'/api/councils/{councilId}/suspension', 'post'>['reason']
export type SupportGrant = Answer<'/api/support-grants', 'get'>['items'][number]
export type NewSupportGrant = Asks<'/api/councils/{councilId}/support-grants', 'post'>
export type KeptMail = Answer<'/api/councils/{councilId}/mail', 'get'>['items'][number]
export type LocalAuthority = Answer<'/api/local-authorities', 'get'>['items'][number]
export type OwnSettings = Answer<'/api/settings', 'get'>

export type Blueprint = Answer<'/api/blueprint', 'get'>
export type BlueprintSource = Blueprint['sources'][number]
export type BlueprintPart = Blueprint['parts'][number]
export type BlueprintElement = BlueprintPart['elements'][number]
export type OwnElement = Blueprint['own'][number]
export type BlueprintDifference = Blueprint['differences'][number]
export type BlueprintDecisions = Asks<'/api/blueprint/decisions', 'post'>
export type NewName = Asks<'/api/settings/name', 'put'>
export type NewContact = Asks<'/api/settings/contact', 'put'>
export type NewLanguages = Asks<'/api/settings/languages', 'put'>
export type NewLabels = Asks<'/api/settings/labels', 'put'>
export type NewAcceptance = Asks<'/api/agreement/acceptances', 'post'>
export type NewDataProtection = Asks<'/api/settings/data-protection', 'put'>
export type NewBrand = Asks<'/api/settings/brand', 'put'>
export type SetUp = Answer<'/api/set-up', 'get'>
export type AuditEvent = Answer<'/api/audit/events', 'get'>['items'][number]
