import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { languageFor, languages } from './i18n'
import { findText, lookup } from './lookup'

function files(folder: string, ending: RegExp): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name))
}

const sources = files('src', /(?<!\.test|\.gen)\.tsx?$/).map((name) => ({ name, text: fs.readFileSync(name, 'utf8') }))

describe('texts', () => {
  it('are asked for by keys that the compiler checks, with one exception that looks first', () => {
    const casts = sources
      .filter(({ name }) => name !== path.join('src', 'text', 'lookup.ts'))
      .filter(({ text }) => /\bt\(\s*(?:`[^`]*`|[\w.[\]]+|'[^']*') as |\bt\(`[^`]*\$\{[^}]* as /.test(text))

    expect(casts.map(({ name }) => name)).toEqual([])
  })

  it('have the default locale in one place', () => {
    const named = sources.filter(({ text }) => text.includes("'en-GB'"))

    expect(named.map(({ name }) => name)).toEqual([path.join('src', 'text', 'i18n.ts')])
  })

  it('are plain English', () => {
    const listed = fs
      .readFileSync('../docs/measures/unwanted-words.txt', 'utf8')
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('#'))
      .map((line) => line.split('=')[0]?.trim())
    const avoided = new RegExp(`\\b(${[...listed, 'stands'].join('|')})\\b`, 'i')
    const found = files('src/locales/en', /\.json$/).flatMap((name) => {
      const values: string[] = []
      JSON.parse(fs.readFileSync(name, 'utf8'), (_, value: unknown) => {
        if (typeof value === 'string') values.push(value)
        return value
      })
      return values.filter((text) => avoided.test(text)).map((text) => `${name}: ${text}`)
    })

    expect(found).toEqual([])
  })

  it('are in one catalogue for each journey, and in a few that all share', () => {
    const journeys = fs.readdirSync('src/features')
    const catalogues = files('src/locales/en', /\.json$/).map((name) => path.basename(name, '.json'))

    expect(catalogues.filter((name) => !['common', 'problem', 'refused', ...journeys].includes(name))).toEqual([])
  })

  it('come in the languages that have a folder', () => {
    expect(languages).toEqual(fs.readdirSync('src/locales'))
    expect(languageFor(['fr-FR', 'en-IE'])).toBe('en')
    expect(languageFor([])).toBe('en')
  })

  it('show a word of the API as it is when they do not have it yet', () => {
    expect(lookup('person', 'need', 'bsl')).not.toBe('bsl')
    expect(lookup('person', 'need', 'teleport')).toBe('teleport')
    expect(findText('problem:no-such-problem')).toBeUndefined()
  })
})
