import { screen } from '@testing-library/react'
import path from 'node:path'
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
  it('show on every page in place of the product’s labels, from the first page on', async () => {
    answers('get', '/api/hubs', { items: [aHub()], total: 1, page: 0, size: 25 } as never)
    open('/hubs', { council: { ...aLead(), labels: OWN } })

    await pageWith('Outposts')
    expect(screen.getByRole('link', { name: 'Outposts and sessions' })).toBeVisible()
    expect(screen.getByLabelText('Find by name, place or postcode')).toBeVisible()
    expect(document.title).toMatch(/^Outposts/)
    expect(document.body.textContent).not.toMatch(/\bhubs?\b/i)
    await expectAccessible()
  })

  it('are the product’s for a council that chose none', async () => {
    answers('get', '/api/hubs', { items: [aHub()], total: 1, page: 0, size: 25 } as never)
    open('/hubs', { council: aCouncil() })

    await pageWith('Hubs')
    expect(screen.getByLabelText('Find by name, place or postcode')).toBeVisible()
  })

  it('keep the form that the council typed, because a label cannot change with the grammar', () => {
    setLabels({ ...OWN, hub: 'YMCA', conversation: 'User chat' })

    expect(i18next.t('hub:new.title')).toBe('Outposts: add a new one')
    expect(i18next.t('council:role.hub-staff')).toBe('YMCA staff')
    expect(i18next.t('audit:did.booking.started')).not.toContain('chat')
  })

  it('replace every label of the product', () => {
    setLabels(OWN)
    // What the operator reads, the approach as others wrote it, and where a council chooses its words.
    const product = ['blueprint', 'council', 'setup', 'common']
    const said = Object.entries(import.meta.glob('../locales/en/*.json', { eager: true, import: 'default' }))
      .filter(([file]) => !product.includes(path.basename(file, '.json')))
      .map(([, texts]) => JSON.stringify(texts).replaceAll(/\{\{[^}]*\}\}|\$t\([^)]*\)|"[\w-]+":/g, ''))
      .join('\n')

    expect(said.match(/[^"]*\b(hubs?|talking points?)\b[^"]*/gi)).toBeNull()
  })
})
