import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aHub, aLead, aReport, anImport, aSessionSummary, LIBRARY, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const list = (total: number) => ({ items: total ? [aHub()] : [], total }) as never

describe('the list of hubs', () => {
  it('finds a hub and turns its pages, all in the address', async () => {
    const sent = answers('get', '/api/hubs', list(112))
    const user = open('/hubs')
    const heading = await pageWith('Hubs')
    expect(screen.getByText('1 to 1 of 112')).toBeVisible()
    await expectAccessible()

    await user.click(screen.getByRole('link', { name: 'Page 5' }))
    await waitFor(() => expect(window.location.search).toBe('?page=5'))
    await waitFor(() => expect(heading).toHaveFocus())
    expect(sent.at(-1)?.url.searchParams.get('after')).toBe('100')
    await user.type(screen.getByRole('searchbox'), 'market st')
    await user.click(screen.getByRole('button', { name: 'Search' }))

    await waitFor(() => expect(window.location.search).toBe('?search=market+st'))
    expect(sent.at(-1)?.url.searchParams.get('search')).toBe('market st')
    window.history.back()
    await waitFor(() => expect(window.location.search).toBe('?page=5'))
  })

  it('says that nothing matches, and keeps what was searched for', async () => {
    answers('get', '/api/hubs', list(0))
    open('/hubs?search=zz')

    expect(await screen.findByRole('heading', { name: 'Nothing matches ‘zz’' })).toBeVisible()
    expect(screen.getByRole('searchbox')).toHaveValue('zz')
    expect(screen.getByRole('link', { name: 'show all' })).toHaveAttribute('href', '/hubs')
  })

  it('tells a lead how to begin, and others whom to ask', async () => {
    answers('get', '/api/hubs', list(0))
    open('/hubs', { council: aLead() })

    await pageWith('Hubs')

    expect(
      screen.getByText('Add the first one, or import all of them from a file. It takes about 5 minutes.'),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: 'Import from a file' })).toHaveAttribute('href', '/hubs/import')
    await expectAccessible()
  })

  it('does not offer the import to hub staff', async () => {
    answers('get', '/api/hubs', list(0))
    open('/hubs')

    await pageWith('Hubs')

    expect(screen.getByText('A lead in your council can add them.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Import from a file' })).toBeNull()
  })
})

describe('a hub', () => {
  beforeEach(() => vi.useFakeTimers({ now: MORNING, toFake: ['Date'] }))

  it('shows where it is, when it is open, and its sessions', async () => {
    answers('get', `/api/hubs/${LIBRARY}`, aHub() as never)
    const sessions = [aSessionSummary('2026-11-26'), aSessionSummary('2026-12-01', { taken: 7, left: 0 })]
    const sent = answers('get', `/api/hubs/${LIBRARY}/sessions`, { items: sessions } as never)
    open(`/hubs/${LIBRARY}`)

    await pageWith('Market Street Library')

    expect(await screen.findByRole('link', { name: 'Thursday 26 November' })).toHaveAttribute(
      'href',
      `/hubs/${LIBRARY}/days/2026-11-26`,
    )
    expect(sent[0]?.url.searchParams.get('from')).toBe('2026-11-24')
    expect(screen.getByText('2 of 8 left')).toBeVisible()
    expect(screen.getByText('None of 8 left')).toBeVisible()
    expect(screen.getByText('Saturday').parentElement).toHaveTextContent('Saturday 10am to midday')
    await expectAccessible()
  })

  it('is shown without its sessions if those cannot be', async () => {
    answers('get', `/api/hubs/${LIBRARY}`, aHub() as never)
    refuses('get', `/api/hubs/${LIBRARY}/sessions`, 503, 'unavailable')
    open(`/hubs/${LIBRARY}`)

    await pageWith('Market Street Library')

    expect(await screen.findByText(/We cannot show the sessions right now/)).toBeVisible()
    expect(screen.getByText('14 Market Street')).toBeVisible()
  })

  it('does not make a link of what is no web address', async () => {
    answers('get', `/api/hubs/${LIBRARY}`, aHub({ website: 'javascript:alert(1)' }) as never)
    answers('get', `/api/hubs/${LIBRARY}/sessions`, { items: [] })
    open(`/hubs/${LIBRARY}`)

    await pageWith('Market Street Library')

    expect(screen.getByText('javascript:alert(1)').closest('a')).toBeNull()
    expect(await screen.findByText('No sessions are set up here in the next 28 days.')).toBeVisible()
  })
})

describe('an import of hubs', () => {
  const csv = (text = 'venue_name,postcode\nLibrary,LK1 1AA', name = 'venues.csv') =>
    new File([text], name, { type: 'text/csv' })

  async function choose(user: ReturnType<typeof open>, file: File) {
    await pageWith('Import from a file')
    await user.upload(screen.getByLabelText('Choose a CSV file'), file)
    await user.click(screen.getByRole('button', { name: 'Check this file' }))
  }

  it('is checked first, then done, then said', async () => {
    const checked = answers('post', '/api/hubs/imports/preview', aReport() as never)
    const sent = answers('post', '/api/hubs/imports', anImport({ added: 2, changed: 1 }), { status: 201 })
    answers('get', '/api/hubs', list(3))
    const user = open('/hubs/import', { council: aLead() })
    await pageWith('Import from a file')
    expect(screen.getByRole('link', { name: 'Download an empty file with every column' })).toHaveAttribute(
      'href',
      '/api/hub-import-template',
    )
    await user.click(screen.getByText('What the file must hold'))
    expect(screen.getByRole('row', { name: 'step_free Whether people can come in without a step yes' })).toBeVisible()
    await expectAccessible()

    await choose(user, csv())

    await pageWith('Check what will change')
    expect(checked[0]?.headers.get('Content-Type')).toBe('text/csv')
    expect(checked[0]?.body).toBe('venue_name,postcode\nLibrary,LK1 1AA')
    expect(screen.getByRole('row', { name: /St Anne’s Café/ })).toBeVisible()
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Import 3' }))

    const heading = await pageWith('The file is imported')
    await waitFor(() => expect(heading).toHaveFocus())
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers.get('Idempotency-Key')).toBeTruthy()
    expect(sent[0]?.body).toBe('venue_name,postcode\nLibrary,LK1 1AA')
    expect(screen.getByText('2 added and 1 changed')).toBeVisible()
    await expectAccessible()
  })

  it('shows what is wrong with which row, and imports nothing', async () => {
    const errors = [
      { row: 4, column: 'postcode', value: 'LK1 <b>', message: 'Enter a full UK postcode, like HX1 1UJ.' },
      { row: 4, column: 'uprn', value: '12x', message: 'A UPRN is a number.' },
    ]
    const sent = answers('post', '/api/hubs/imports/preview', aReport({ errors }) as never)
    const user = open('/hubs/import', { council: aLead() })

    await choose(user, csv())

    await pageWith('The file has rows to put right')
    expect(
      screen.getByRole('row', { name: '4 postcode LK1 <b> Enter a full UK postcode, like HX1 1UJ.' }),
    ).toBeVisible()
    expect(screen.getByRole('table', { name: '1 row to put right' })).toBeVisible()
    expect(document.title).toMatch(/^Error: The file has rows to put right/)
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull()
    expect(sent).toHaveLength(1)
    await expectAccessible()
  })

  it('shows the rows again if they went wrong in between', async () => {
    answers('post', '/api/hubs/imports/preview', aReport() as never)
    const user = open('/hubs/import', { council: aLead() })
    await choose(user, csv())
    await pageWith('Check what will change')
    const errors = [{ row: 2, message: 'This is the same venue as in row 3' }]
    refuses('post', '/api/hubs/imports', 400, 'import-has-errors', { report: aReport({ errors }) })

    await user.click(screen.getByRole('button', { name: 'Import 3' }))

    expect(await pageWith('The file has rows to put right')).toBeVisible()
  })

  it('shows rows that are worth a look', async () => {
    const remarks = [{ row: 7, column: 'website', message: 'This is not a web address, so it was left out.' }]
    answers('post', '/api/hubs/imports/preview', aReport({ remarks }) as never)
    const user = open('/hubs/import', { council: aLead() })

    await choose(user, csv())

    expect(await screen.findByRole('row', { name: /7 website This is not a web address/ })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Import 3' })).toBeVisible()
  })

  it('says that there is nothing to import', async () => {
    answers('post', '/api/hubs/imports/preview', aReport({ added: 0, changed: 0, unchanged: 3 }) as never)
    const user = open('/hubs/import', { council: aLead() })

    await choose(user, csv())

    expect(await screen.findByText(/Everything in this file is already there/)).toBeVisible()
  })

  it.each([
    ['The selected file is empty', csv('')],
    ['The selected file must be a CSV', csv('x', 'venues.xlsx')],
  ])('says before sending: %s', async (message, file) => {
    const user = open('/hubs/import', { council: aLead() })
    await pageWith('Import from a file')
    const input = screen.getByLabelText('Choose a CSV file')
    input.removeAttribute('accept')

    await user.upload(input, file)
    await user.click(screen.getByRole('button', { name: 'Check this file' }))

    expect(await screen.findByRole('link', { name: message })).toHaveAttribute('href', '#file')
  })

  it('says that a file is needed, and that one is too large', async () => {
    refuses('post', '/api/hubs/imports/preview', 413, 'file-too-large')
    const user = open('/hubs/import', { council: aLead() })
    await pageWith('Import from a file')

    await user.click(screen.getByRole('button', { name: 'Check this file' }))
    expect(await screen.findByRole('link', { name: 'Select a CSV file' })).toBeVisible()
    await choose(user, csv())

    expect(await screen.findByRole('link', { name: /must be smaller than 10 MB/ })).toBeVisible()
  })

  it('begins at the beginning if a step is opened by its address', async () => {
    open('/hubs/import/check', { council: aLead() })

    expect(await pageWith('Import from a file')).toBeVisible()
    expect(window.location.pathname).toBe('/hubs/import')
  })
})
