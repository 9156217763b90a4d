/* Types only: `build/texts.ts` brings the texts. A journey adds its catalogue here, a language adds nothing. */
import type aboutMe from '../locales/en/about-me.json'
import type agreement from '../locales/en/agreement.json'
import type asset from '../locales/en/asset.json'
import type audit from '../locales/en/audit.json'
import type blueprint from '../locales/en/blueprint.json'
import type board from '../locales/en/board.json'
import type booking from '../locales/en/booking.json'
import type clientLevelData from '../locales/en/client-level-data.json'
import type common from '../locales/en/common.json'
import type conclusion from '../locales/en/conclusion.json'
import type concern from '../locales/en/concern.json'
import type connection from '../locales/en/connection.json'
import type conversation from '../locales/en/conversation.json'
import type correction from '../locales/en/correction.json'
import type council from '../locales/en/council.json'
import type daySheet from '../locales/en/day-sheet.json'
import type deployment from '../locales/en/deployment.json'
import type headcount from '../locales/en/headcount.json'
import type duplicate from '../locales/en/duplicate.json'
import type evidence from '../locales/en/evidence.json'
import type fileImport from '../locales/en/file-import.json'
import type hub from '../locales/en/hub.json'
import type hubImport from '../locales/en/hub-import.json'
import type comparison from '../locales/en/comparison.json'
import type insight from '../locales/en/insight.json'
import type introduction from '../locales/en/introduction.json'
import type invitation from '../locales/en/invitation.json'
import type letter from '../locales/en/letter.json'
import type merge from '../locales/en/merge.json'
import type measure from '../locales/en/measure.json'
import type move from '../locales/en/move.json'
import type outbox from '../locales/en/outbox.json'
import type paper from '../locales/en/paper.json'
import type password from '../locales/en/password.json'
import type peopleToTell from '../locales/en/people-to-tell.json'
import type person from '../locales/en/person.json'
import type problem from '../locales/en/problem.json'
import type series from '../locales/en/series.json'
import type session from '../locales/en/session.json'
import type sessionChange from '../locales/en/session-change.json'
import type settings from '../locales/en/settings.json'
import type setup from '../locales/en/setup.json'
import type sharing from '../locales/en/sharing.json'
import type signIn from '../locales/en/sign-in.json'
import type step from '../locales/en/step.json'
import type refused from '../locales/en/refused.json'
import type suspension from '../locales/en/suspension.json'
import type support from '../locales/en/support.json'
import type team from '../locales/en/team.json'
import type timeline from '../locales/en/timeline.json'
import type toFinish from '../locales/en/to-finish.json'
import type walkIn from '../locales/en/walk-in.json'
import type week from '../locales/en/week.json'

export interface Catalogues {
  'about-me': typeof aboutMe
  agreement: typeof agreement
  asset: typeof asset
  audit: typeof audit
  blueprint: typeof blueprint
  board: typeof board
  booking: typeof booking
  'client-level-data': typeof clientLevelData
  common: typeof common
  conclusion: typeof conclusion
  concern: typeof concern
  connection: typeof connection
  conversation: typeof conversation
  correction: typeof correction
  council: typeof council
  'day-sheet': typeof daySheet
  deployment: typeof deployment
  duplicate: typeof duplicate
  headcount: typeof headcount
  evidence: typeof evidence
  'file-import': typeof fileImport
  hub: typeof hub
  'hub-import': typeof hubImport
  insight: typeof insight
  comparison: typeof comparison
  introduction: typeof introduction
  invitation: typeof invitation
  letter: typeof letter
  merge: typeof merge
  measure: typeof measure
  move: typeof move
  outbox: typeof outbox
  paper: typeof paper
  password: typeof password
  'people-to-tell': typeof peopleToTell
  person: typeof person
  problem: typeof problem
  series: typeof series
  session: typeof session
  'session-change': typeof sessionChange
  settings: typeof settings
  setup: typeof setup
  sharing: typeof sharing
  'sign-in': typeof signIn
  step: typeof step
  suspension: typeof suspension
  refused: typeof refused
  support: typeof support
  team: typeof team
  timeline: typeof timeline
  'to-finish': typeof toFinish
  'walk-in': typeof walkIn
  week: typeof week
}
