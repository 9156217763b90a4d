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

/** Texts by path, such as `../locales/cy/board.json`. English is in the first load; others are loaded when chosen. */
const english = import.meta.glob<Texts>('../locales/en/*.json', { eager: true, import: 'default' })
const all = import.meta.glob<Texts>('../locales/*/*.json', { import: 'default' })

function parts(path: string): { language: string; catalogue: string } {
  const [language = '', file = ''] = path.split('/').slice(-2)
  return { language, catalogue: file.replace(/\.json$/, '') }
}

/** The languages that there is a folder for. */
export const languages = [...new Set(Object.keys(all).map((path) => parts(path).language))]

/** Shows all pages in a language, with English for what it lacks. */
export async function setLanguage(language: string): Promise<void> {
  await Promise.all(
    Object.entries(all)
      .filter(([path]) => parts(path).language === language && language !== DEFAULT.language)
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
  ns: Object.keys(english).map((path) => parts(path).catalogue),
  resources: {
    [DEFAULT.language]: Object.fromEntries(
      Object.entries(english).map(([path, texts]) => [parts(path).catalogue, texts]),
    ),
  } as Record<string, Record<string, Texts>>,
  // React escapes what it renders.
  interpolation: { escapeValue: false, defaultVariables: { label: LABELS } },
  initAsync: false,
})

export { i18next }
