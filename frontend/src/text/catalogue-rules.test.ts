import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const PLURAL = /_(zero|one|two|few|many|other)$/
const REFERENCE = /^\$t\(([\w-]+):([^)]+)\)$/

interface Text {
  catalogue: string
  /** Without the plural form. */
  key: string
  value: string
}

function textsIn(catalogue: string, texts: Record<string, unknown>, above = ''): Text[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const key = above ? `${above}.${name}` : name
    return typeof value === 'string'
      ? [{ catalogue, key: key.replace(PLURAL, ''), value }]
      : textsIn(catalogue, value as Record<string, unknown>, key)
  })
}

const texts = fs.readdirSync('src/locales/en').flatMap((file) => {
  const catalogue = path.basename(file, '.json')
  return textsIn(catalogue, JSON.parse(fs.readFileSync(path.join('src/locales/en', file), 'utf8')))
})

const sources = fs
  .readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test|\.gen)\.tsx?$/.test(name) && !name.startsWith('test'))
  .map((name) => fs.readFileSync(path.join('src', name), 'utf8'))

/** Matches what a template may become, whatever is put into it. */
function pattern(template: string): RegExp {
  const literal = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('.+')}$`)
}

/** The catalogues that a source names, with its keys and the templates of its keys. */
const uses = sources.map((source) => ({
  named: (catalogue: string) => source.includes(`'${catalogue}'`) || (catalogue === 'common' && source.includes('t(')),
  keys: new Set([...source.matchAll(/(['"])([\w:.-]+)\1/g)].map(([, , key]) => key ?? '')),
  templates: [...source.matchAll(/`((?:[^`$]|\$\{[^}]*\})*\$\{(?:[^`$]|\$\{[^}]*\})*)`/g)]
    .map(([, template]) => template ?? '')
    .filter((template) => /^(?:[\w:-]+[.:]|\$\{\w+\}\.)[\w.${}?' :()-]*$/.test(template))
    .map(pattern),
}))

/** The groups whose keys come from an answer of the API. */
const groups = sources.flatMap((source) => [
  ...[...source.matchAll(/lookup\('([\w-]+)', '([\w.-]+)'/g)].map(([, catalogue, group]) => `${catalogue}:${group}.`),
  ...[...source.matchAll(/faultErrors\('([\w-]+)'/g)].map(([, catalogue]) => `${catalogue}:error.`),
  ...[...source.matchAll(/formErrors\([\w.]+, '([\w:.-]+)'/g)].map(([, words]) => `${words}.`),
  ...[...source.matchAll(/findText\(`([\w-]+:)([\w.]*)\$\{/g)].map(([, catalogue, group]) => `${catalogue}${group}`),
])

/** The texts to which others refer, as `$t(common:label.name)`. */
const referredTo = new Set(
  texts.flatMap(({ value }) => {
    const found = REFERENCE.exec(value)
    return found ? [`${found[1]}:${found[2]}`] : []
  }),
)

function isUsed({ catalogue, key }: Text): boolean {
  const full = `${catalogue}:${key}`
  return (
    groups.some((group) => full.startsWith(group)) ||
    referredTo.has(full) ||
    uses.some(
      ({ named, keys, templates }) =>
        keys.has(full) ||
        templates.some((template) => template.test(full)) ||
        (named(catalogue) && (keys.has(key) || templates.some((template) => template.test(key)))),
    )
  )
}

/** The texts that stand in several places, with their keys. What has no word, such as `{{label.hub}}`, is no text. */
function equalTexts(): string[] {
  const keys = new Map<string, Set<string>>()
  for (const { catalogue, key, value } of texts) {
    if (REFERENCE.test(value) || !/\p{L}{2}/u.test(value.replaceAll(/\{\{[^}]*\}\}/g, ''))) continue
    keys.set(value, (keys.get(value) ?? new Set()).add(`${catalogue}:${key}`))
  }
  return [...keys].filter(([, places]) => places.size > 1).map(([text]) => text)
}

describe('the catalogues', () => {
  it('have a text once, and refer to it from its other places, unless it is equal only by chance', () => {
    const byChance = fs
      .readFileSync('src/text/equal-by-chance.txt', 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(' = ')[0])

    expect(equalTexts().sort()).toEqual(byChance.sort())
  })

  it('refer only to texts that are there, and never to another reference', () => {
    const wrong = [...referredTo].filter(
      (full) => !texts.some(({ catalogue, key, value }) => `${catalogue}:${key}` === full && !REFERENCE.test(value)),
    )

    expect(wrong).toEqual([])
  })

  it('have no text that no page shows', () => {
    expect([
      ...new Set(texts.filter((text) => !isUsed(text)).map(({ catalogue, key }) => `${catalogue}:${key}`)),
    ]).toEqual([])
  })
})
