import path from 'node:path'
import { i18next } from '../text/i18n'

const english = import.meta.glob('../locales/en/*.json', { eager: true, import: 'default' })

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
  if (/^\$t\([^)]*\)$/.test(text)) return text
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
  for (const [file, texts] of Object.entries(english)) {
    i18next.addResourceBundle('en-XA', path.basename(file, '.json'), inPseudo(texts))
  }
  await i18next.changeLanguage('en-XA')
}

export async function speakEnglish(): Promise<void> {
  await i18next.changeLanguage('en')
}

/** Words, hidden for the eye, that tell links with one text apart; blocks, tags and buttons are texts of their own. */
const ALONE = [
  '.govuk-visually-hidden, .govuk-tag, .pill, .btn, .slots__change, .hours__day, .card__room, .choices__hint',
  'button, dt, dd, td, th, li, div, p, label, legend, h1, h2, h3, svg',
].join()

/** The texts of the page. Code, such as the name of a column, is the same in every language. */
function visibleTexts(): { text: string; element: Element; node: Node }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: { text: string; element: Element; node: Node }[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (element && text && !element.closest('script, style, code, [aria-hidden=true]'))
      found.push({ text, element, node })
  }
  return found
}

/** The title of the browser's tab, and the texts that only assistive technology reads. */
function hiddenTexts(): string[] {
  const names = ['aria-label', 'alt', 'title', 'placeholder']
  const elements = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())]
  return [document.title, ...elements.flatMap((element) => names.map((name) => element.getAttribute(name) ?? ''))]
}

/** Data from the API, or several pieces of it in a list. */
function isData(text: string, data: string): boolean {
  return text
    .replace(/^[:,.\s]+/, '')
    .split(/\s*[,\n]\s*/)
    .every((part) => data.includes(part))
}

const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const SHORT = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
/** Dates are in the words of the browser, which has none for a language that no one speaks. */
const DATE = new RegExp(
  `(?:(?:${DAYS}),? )?\\b(?:\\d{1,2} (?:${MONTHS})|(?:${MONTHS}) \\d{1,2}|(?:${MONTHS}) \\d{4}|(?:${SHORT}) \\d{2})\\b(?:,? \\d{4})?`,
  'g',
)

/** Texts of the page that are in no catalogue: words outside brackets that are no dates, and not data from the API. */
export function untranslated(data: string): string[] {
  const outside = [...visibleTexts().map(({ text }) => text), ...hiddenTexts()]
    .filter((text) => !isData(text, data))
    .map((text) =>
      text
        .replace(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, ' ')
        .replace(DATE, ' ')
        .trim(),
    )
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

/** Texts that show their markup or the name of a value, because the page does not fill them in. */
export function unfilled(): string[] {
  return [...visibleTexts().map(({ text }) => text), ...hiddenTexts()].filter((text) =>
    /<\/?\w+\/?>|\{\{|\$t\(/.test(text),
  )
}

/** The texts of each line of a paragraph. */
function linesOf(block: Element): string[][] {
  const breaks = [...block.querySelectorAll('br')]
  const lines: string[][] = [...breaks, block].map(() => [])
  for (const { text, element, node } of visibleTexts()) {
    const alone = element === block ? null : element.closest(ALONE)
    if (!block.contains(element) || (alone && alone !== block && block.contains(alone))) continue
    const line = breaks.filter((end) => end.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING).length
    lines[line]?.push(text)
  }
  return lines
}

/** Lines put together from parts: a text that does not end its sentence is followed by another one beside it. */
export function glued(): string[] {
  return [...document.querySelectorAll('p, li, dd, td, h1, h2, h3, legend, caption')]
    .flatMap(linesOf)
    .filter(endsInTheMiddle)
    .map((texts) => texts.join(' + '))
}
