import { screen, waitFor } from '@testing-library/react'
import fs from 'node:fs'
import { matchPath } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setLabels } from '../text/i18n'
import { aCouncil, aSession, MORNING } from '../test/builders'
import { ANSWERS, EVERY_PAGE } from '../test/every-page'
import { open } from '../test/open'
import { glued, speakEnglish, speakPseudo, unfilled, untranslated } from '../test/pseudo'
import { answers, refuses } from '../test/server'

/** Words that are the same in every language: the product's name and the public page's address in a test. */
const OWN_WORDS = ['Alongside', 'localhost:3000', '/open/larkshire']

const pathOf = (address: string) => address.split(/[?#]/)[0] ?? ''

type Method = Parameters<typeof answers>[0]

function methodAndPath(key: string): [Method, string] {
  const [method, path] = key.split(' ')
  return path === undefined ? ['get', key] : [(method?.toLowerCase() ?? 'get') as Method, path]
}

/** Answers as the page expects, and returns a function that tells which bodies were asked for. */
function answerAll(bodies: Record<string, unknown>): () => unknown[] {
  const asked = Object.entries(bodies).map(([key, body]) => {
    const [method, path] = methodAndPath(key)
    return { body, sent: answers(method, path, body as never, { headers: { ETag: '"3"' } }) }
  })
  return () => asked.filter(({ sent }) => sent.length > 0).map(({ body }) => body)
}

beforeEach(() => {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
  return speakPseudo()
})
afterEach(async () => {
  await speakEnglish()
  setLabels({
    talkingPoint: 'Talking point',
    talkingPoints: 'Talking points',
    hub: 'Hub',
    hubs: 'Hubs',
    conversation: 'Conversation',
    conversations: 'Conversations',
  })
})

describe('in another language', () => {
  it('every page of the router is looked at', () => {
    const listed = fs.readFileSync('src/app/routes.txt', 'utf8').trim().split('\n')

    const opened = EVERY_PAGE.filter(({ shows, at, steps }) => shows && (steps ?? matchPath(shows, pathOf(at))))

    expect(listed.filter((address) => !opened.some(({ shows }) => shows === address))).toEqual([])
  })

  it.each(EVERY_PAGE.map((page, at) => ({ ...page, name: `${page.shows ?? page.at} (${at})` })))(
    'no text of $name stays English, and none is put together from parts',
    async ({ shows, at, session, council, answered, refused, steps, typed }) => {
      const asked = answerAll({ ...ANSWERS, ...answered })
      const user = open(at, { ...(session && { session }), ...(council && { council }) })
      for (const [key, [status, type]] of Object.entries(refused ?? {})) refuses(...methodAndPath(key), status, type)

      await screen.findByRole('heading', { level: 1 })
      await steps?.(user)
      await waitFor(() => expect(document.querySelector('[data-busy]')).toBeNull())
      if (shows && steps) await waitFor(() => expect(matchPath(shows, window.location.pathname)).not.toBeNull())
      await screen.findByRole('heading', { level: 1 })

      // A page that has just been opened may still show texts of the page before for a moment.
      await waitFor(() => {
        const data = JSON.stringify([...asked(), session, council, answered, typed, aSession(), aCouncil(), OWN_WORDS])
        expect(untranslated(data)).toEqual([])
        expect(unfilled()).toEqual([])
        expect(glued()).toEqual([])
      })
    },
  )
})
