import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Catalogues } from './catalogues'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Catalogues
  }
}

/** The language of the catalogues that are always complete, and the locale of its dates, lists and numbers. */
const DEFAULT = { language: 'en', locale: 'en-GB' }

const LABELS = {
  talkingPoint: 'Talking point',
  talkingPoints: 'Talking points',
  hub: 'Hub',
  hubs: 'Hubs',
  conversation: 'Conversation',
  conversations: 'Conversations',
}

export type Labels = typeof LABELS

type Texts = Record<string, unknown>

/**
 * Texts of the other languages by path, such as `../locales/cy/board.json`: a language is loaded when it is chosen.
 * English catalogues come with the scripts that name them (`build/texts.ts`).
 */
const others = import.meta.glob<Texts>(['../locales/*/*.json', '!../locales/en/*.json'], { import: 'default' })

function parts(path: string): { language: string; catalogue: string } {
  const [language = '', file = ''] = path.split('/').slice(-2)
  return { language, catalogue: file.replace(/\.json$/, '') }
}

/** The languages that there is a folder for. */
export const languages = [...new Set([DEFAULT.language, ...Object.keys(others).map((path) => parts(path).language)])]

/** Adds an English catalogue. */
export function addTexts(catalogue: string, texts: Texts): void {
  i18next.addResourceBundle(DEFAULT.language, catalogue, texts)
}

/** Shows all pages in a language, with English for what it lacks. */
export async function setLanguage(language: string): Promise<void> {
  await Promise.all(
    Object.entries(others)
      .filter(([path]) => parts(path).language === language)
      .map(async ([path, load]) => i18next.addResourceBundle(language, parts(path).catalogue, await load())),
  )
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** The first wanted language that there are texts for. */
export function languageFor(wanted: readonly string[]): string {
  const known = wanted.map((tag) => tag.split('-')[0] ?? tag).find((language) => languages.includes(language))
  return known ?? DEFAULT.language
}

/** The locale of dates, lists and numbers in the language that is shown. */
export function currentLocale(): string {
  return i18next.language === DEFAULT.language ? DEFAULT.locale : i18next.language
}

/**
 * From now on all pages use the council's own labels. A text names one as `{{label.hub}}`, and only where no grammar
 * touches it: a label cannot change its form.
 */
export function setLabels(labels: Labels): void {
  const interpolation = i18next.options.interpolation
  if (!interpolation) return
  const now = { label: labels }
  if (JSON.stringify(interpolation.defaultVariables) === JSON.stringify(now)) return
  interpolation.defaultVariables = now
  // Texts that are shown already are rendered again.
  i18next.emit('languageChanged', i18next.language)
}

void i18next.use(initReactI18next).init({
  lng: DEFAULT.language,
  fallbackLng: DEFAULT.language,
  defaultNS: 'common',
  ns: ['common'],
  resources: {},
  // A page without one of its texts is a fault: the tests fail, and the browser's console names the key.
  saveMissing: true,
  missingKeyHandler: (_, catalogue, key) => reportError(new Error(`No text ${catalogue}:${key}`)),
  // React escapes what it renders.
  interpolation: { escapeValue: false, defaultVariables: { label: LABELS } },
  initAsync: false,
})

export { i18next }
