import fs from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const FOLDER = path.resolve(import.meta.dirname, '../src/locales/en')
const MODULE = 'virtual:texts/'

const catalogues = new Map<string, { keys: string[]; refersTo: string[] }>()
for (const file of fs.readdirSync(FOLDER)) {
  const json = fs.readFileSync(path.join(FOLDER, file), 'utf8')
  catalogues.set(path.basename(file, '.json'), {
    keys: Object.keys(JSON.parse(json) as object),
    refersTo: [...json.matchAll(/\$t\(([\w-]+):/g)].map(([, name]) => name ?? ''),
  })
}

/**
 * The catalogues that a script names: in `useTranslation`, in `lookup` and `faultErrors`, as the `ns` of a `Trans`, and before the colon
 * of a key; `common` also for a key without a colon. An authority, such as `booking:write`, is written like a key, but is in no catalogue.
 */
export function cataloguesNamed(script: string): string[] {
  const hooks = [...script.matchAll(/\buseTranslation\(([^)]*)\)/g)].flatMap(([, names = '']) =>
    names.trim() ? [...names.matchAll(/'([\w-]+)'/g)].map(([, name]) => name) : ['common'],
  )
  const lookups = [...script.matchAll(/\b(?:(?:lookup|faultErrors)\(\s*'|ns=")([\w-]+)['"]/g)].map(([, name]) => name)
  const keys = [...script.matchAll(/(['"`])([\w-]+):(\$\{|[\w-]+)/g)]
    .filter(([, , name = '', key = '']) => key === '${' || catalogues.get(name)?.keys.includes(key))
    .map(([, , name]) => name)
  const plain = /\bi18next\.t\(\s*(?:[^()'"`]*\? )?(['"`])[^'"`:]+\1/.test(script) ? ['common'] : []
  const named = new Set([...hooks, ...lookups, ...keys, ...plain])
  return [...catalogues.keys()].filter((name) => named.has(name)).sort()
}

/**
 * Makes each script import the English catalogues that it names. A page's texts are loaded together with its script,
 * and are there before it shows.
 */
export function bringsTexts(): Plugin {
  return {
    name: 'brings-texts',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(MODULE) ? `\0${id}` : undefined),
    load(id) {
      const name = id.startsWith(`\0${MODULE}`) ? id.slice(MODULE.length + 1) : undefined
      if (name === undefined) return
      const others = (catalogues.get(name)?.refersTo ?? []).filter((other) => other !== name)
      return [
        ...[...new Set(others)].map((other) => `import '${MODULE}${other}'`),
        `import texts from '/src/locales/en/${name}.json'`,
        "import { addTexts } from '/src/text/i18n.ts'",
        `addTexts('${name}', texts)`,
      ].join('\n')
    },
    transform(script, id) {
      if (!/\/src\/.*(?<!\.gen)\.tsx?$/.test(id)) return
      const imports = cataloguesNamed(script).map((name) => `import '${MODULE}${name}'`)
      return imports.length > 0 ? { code: [script, ...imports, ''].join('\n'), map: null } : undefined
    },
  }
}
