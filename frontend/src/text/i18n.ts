import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import blueprint from '../locales/en/blueprint.json'
import audit from '../locales/en/audit.json'
import board from '../locales/en/board.json'
import booking from '../locales/en/booking.json'
import change from '../locales/en/change.json'
import common from '../locales/en/common.json'
import council from '../locales/en/council.json'
import hub from '../locales/en/hub.json'
import join from '../locales/en/join.json'
import outbox from '../locales/en/outbox.json'
import person from '../locales/en/person.json'
import place from '../locales/en/place.json'
import problem from '../locales/en/problem.json'
import series from '../locales/en/series.json'
import session from '../locales/en/session.json'
import sessionChange from '../locales/en/sessionChange.json'
import setup from '../locales/en/setup.json'
import sheet from '../locales/en/sheet.json'
import team from '../locales/en/team.json'
import walkIn from '../locales/en/walkIn.json'

const en = {
  blueprint,
  audit,
  board,
  booking,
  change,
  common,
  council,
  hub,
  join,
  outbox,
  person,
  place,
  problem,
  series,
  session,
  sessionChange,
  setup,
  sheet,
  team,
  walkIn,
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

/** One namespace for each journey; English is in the first load, other languages will be fetched. */
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: Object.keys(en),
  resources: { en },
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  initAsync: false,
})

export { i18next }
