import fs from 'node:fs'
import { expect, it } from 'vitest'

it('names no place to download from, so that a council can build behind its own mirror', () => {
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string }>
  }
  const packages = Object.entries(lock.packages).filter(([name]) => name !== '')

  expect(packages.length).toBeGreaterThan(0)
  expect(packages.filter(([, entry]) => entry.resolved).map(([name]) => name)).toEqual([])
  expect(packages.filter(([, entry]) => !entry.integrity).map(([name]) => name)).toEqual([])
})
