import { i18next } from '../text/i18n'

const ACCENTS: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
}

/** "Add a walk-in, {{hub}}" as "⟦Ádd á wálk-ín, {{hub}}⟧". What is put into the text, and the names of links, stay. */
function pseudo(text: string): string {
  const changed = text
    .split(/(\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\))/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/[aeiou]/gi, (letter) => ACCENTS[letter] ?? letter)))
  return `⟦${changed.join('')}⟧`
}

function inPseudo(texts: unknown): unknown {
  if (typeof texts === 'string') return pseudo(texts)
  return Object.fromEntries(
    Object.entries(texts as Record<string, unknown>).map(([key, value]) => [key, inPseudo(value)]),
  )
}

/** Shows every page in a language that no one speaks, made from the English catalogues. */
export async function speakPseudo(): Promise<void> {
  for (const [catalogue, texts] of Object.entries(i18next.getDataByLanguage('en') ?? {})) {
    i18next.addResourceBundle('en-XA', catalogue, inPseudo(texts))
  }
  await i18next.changeLanguage('en-XA')
}

export async function speakEnglish(): Promise<void> {
  await i18next.changeLanguage('en')
}

/** Words, hidden for the eye, that tell links with one text apart; tags and buttons are texts of their own. */
const ALONE = '.govuk-visually-hidden, .govuk-tag, .pill, button, dt, dd, td, th, li, label, legend, h1, h2, h3, svg'

function visibleTexts(): { text: string; element: Element }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: { text: string; element: Element }[] = []
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    const text = walker.currentNode.textContent?.trim() ?? ''
    if (element && text && !element.closest('script, style, [aria-hidden=true]')) found.push({ text, element })
  }
  return found
}

/** Data from the API, or several pieces of it in a list. */
function isData(text: string, data: string): boolean {
  return text.split(/\s*[,\n]\s*/).every((part) => data.includes(part))
}

/** Texts of the page that are in no catalogue: words outside brackets that are not data from the API. */
export function untranslated(data: string): string[] {
  const outside = visibleTexts().map(({ text }) => text.replace(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, ' ').trim())
  return [...new Set(outside)].filter(
    (text) => /\p{L}{2}/u.test(text) && !isData(text, data) && !/[⟦⟧áéíóúÁÉÍÓÚ]/.test(text),
  )
}

/** Whether a whole text, with its brackets closed, is followed by another although it does not end a sentence. */
function endsInTheMiddle(texts: string[]): boolean {
  return texts.slice(0, -1).some((text, at) => {
    const before = texts.slice(0, at + 1).join('')
    const closed = before.split('⟦').length === before.split('⟧').length
    return closed && text.endsWith('⟧') && !/[.?!:]⟧$/.test(text)
  })
}

/** Paragraphs put together from parts: a text that does not end its sentence is followed by another one beside it. */
export function glued(): string[] {
  return [...document.querySelectorAll('p')]
    .map((block) =>
      visibleTexts()
        .filter(({ element }) => block.contains(element) && !(element !== block && element.closest(ALONE)))
        .map(({ text }) => text),
    )
    .filter(endsInTheMiddle)
    .map((texts) => texts.join(' + '))
}
