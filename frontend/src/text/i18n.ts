import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import agreement from '../locales/en/agreement.json'
import audit from '../locales/en/audit.json'
import blueprint from '../locales/en/blueprint.json'
import board from '../locales/en/board.json'
import booking from '../locales/en/booking.json'
import common from '../locales/en/common.json'
import council from '../locales/en/council.json'
import daySheet from '../locales/en/day-sheet.json'
import hub from '../locales/en/hub.json'
import hubImport from '../locales/en/hub-import.json'
import invitation from '../locales/en/invitation.json'
import outbox from '../locales/en/outbox.json'
import person from '../locales/en/person.json'
import problem from '../locales/en/problem.json'
import series from '../locales/en/series.json'
import session from '../locales/en/session.json'
import sessionChange from '../locales/en/session-change.json'
import settings from '../locales/en/settings.json'
import setup from '../locales/en/setup.json'
import team from '../locales/en/team.json'
import walkIn from '../locales/en/walk-in.json'

const en = {
  agreement,
  audit,
  blueprint,
  board,
  booking,
  common,
  council,
  'day-sheet': daySheet,
  hub,
  'hub-import': hubImport,
  invitation,
  outbox,
  person,
  problem,
  series,
  session,
  'session-change': sessionChange,
  settings,
  setup,
  team,
  'walk-in': walkIn,
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

const LABELS = {
  talkingPoint: 'Talking point',
  talkingPoints: 'Talking points',
  hub: 'Hub',
  hubs: 'Hubs',
  conversation: 'Conversation',
  conversations: 'Conversations',
}

export type Labels = typeof LABELS

/** For the middle of a sentence. What begins like a name or an abbreviation stays as it is. */
function inside(label: string): string {
  return /^\p{L}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase('en-GB') + label.slice(1) : label
}

function withArticle(label: string): string {
  return `${/^([aeio]|u(?!ni|s[aeiou]))/i.test(label) ? 'an' : 'a'} ${inside(label)}`
}

/** What texts say for things: {{word.hub}} inside a sentence, {{Word.hub}} where one begins, {{a.hub}} with its article. */
function words(labels: Labels) {
  const each = (form: (label: string) => string) =>
    Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, form(label)]))
  return { word: each(inside), Word: each((label) => label), a: each(withArticle) }
}

/** From now on all pages use the council's own words. */
export function setLabels(labels: Labels) {
  const interpolation = i18next.options.interpolation
  if (!interpolation) return
  const now = words(labels)
  if (JSON.stringify(interpolation.defaultVariables) === JSON.stringify(now)) return
  interpolation.defaultVariables = now
  // Texts that stand already are rendered anew.
  i18next.emit('languageChanged', i18next.language)
}

/** One namespace for each journey; English is in the first load, other languages will be fetched. */
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: Object.keys(en),
  resources: { en },
  // React escapes what it renders.
  interpolation: { escapeValue: false, defaultVariables: words(LABELS) },
  initAsync: false,
})

export { i18next }
