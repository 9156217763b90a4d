import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aCouncil, aHub, aLead } from '../test/builders'
import { expectAccessible, open, pageWith } from '../test/open'
import { answers } from '../test/server'
import { setLabels, i18next } from './i18n'

const OWN = {
  talkingPoint: 'Open door',
  talkingPoints: 'Open doors',
  hub: 'Outpost',
  hubs: 'Outposts',
  conversation: 'Chat',
  conversations: 'Chats',
}

describe('the council’s own words', () => {
  it('stand on every page where the product’s would, from the first page on', async () => {
    answers('get', '/api/hubs', { hubs: [aHub()], total: 1, page: 0, size: 25 } as never)
    open('/hubs', { council: { ...aLead(), labels: OWN } })

    await pageWith('Outposts')
    expect(screen.getByRole('link', { name: 'Outposts and sessions' })).toBeVisible()
    expect(screen.getByLabelText('Find an outpost by name, place or postcode')).toBeVisible()
    expect(document.title).toMatch(/^Outposts/)
    expect(document.body.textContent).not.toMatch(/\bhubs?\b/i)
    await expectAccessible()
  })

  it('are the product’s again for a council that chose none', async () => {
    answers('get', '/api/hubs', { hubs: [aHub()], total: 1, page: 0, size: 25 } as never)
    open('/hubs', { council: aCouncil() })

    await pageWith('Hubs')
    expect(screen.getByLabelText('Find a hub by name, place or postcode')).toBeVisible()
  })

  it('stand in errors and in the middle of sentences too', () => {
    setLabels(OWN)

    expect(i18next.t('hub:error.exists')).toBe('There is an outpost with this name and postcode already')
    expect(i18next.t('series:emptyBody')).toContain('each open door that is held')
    expect(i18next.t('board:started', { name: 'Ann' } as never)).not.toContain('conversation')
    setLabels({ ...OWN, hub: 'YMCA', conversation: 'User chat' })
    expect(i18next.t('hub:new.heading')).toBe('Add a YMCA')
    expect(i18next.t('audit:did.booking.started')).toBe('started a user chat')
  })

  it('leave no text that says a label in the product’s words', () => {
    setLabels(OWN)
    // What the operator reads, the approach as others wrote it, and where a council chooses its words.
    const product = ['blueprint', 'council', 'setup', 'common']
    const said = Object.entries(i18next.getDataByLanguage('en') ?? {})
      .filter(([namespace]) => !product.includes(namespace))
      .map(([, texts]) => JSON.stringify(texts).replaceAll(/\{\{[^}]*\}\}|"[\w-]+":/g, ''))
      .join('\n')

    expect(said.match(/[^"]*\b(hubs?|talking points?)\b[^"]*/gi)).toBeNull()
  })
})
