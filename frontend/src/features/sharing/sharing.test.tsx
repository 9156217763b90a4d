import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aLead, anId, aSealedSheet, aSharing, aSheetPreview } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const SHARING = '/api/sheet-sharing'
const HEADING = 'What we share with other councils'

function shows(sharing = aSharing(), sheets = [aSealedSheet()]) {
  answers('get', SHARING, sharing)
  answers('get', '/api/sheets', { items: sheets })
  answers('get', '/api/sheets/next/quarter', aSheetPreview())
}

describe('what the council shares', () => {
  it('shows the exact numbers of the sheet that is sealed next beside the period before', async () => {
    shows()
    open('/sharing', { council: aLead() })
    await pageWith(HEADING)

    const table = await screen.findByRole('table', { name: 'First booking' })
    expect(within(table).getByRole('columnheader', { name: 'Oct 26 to Dec 26' })).toBeVisible()
    expect(within(table).getByRole('row', { name: 'Came 48 55' })).toBeVisible()
    expect(screen.getByText('Not recorded: 20 people (25%)')).toBeVisible()
    expect(screen.getByText('Not recorded: 1 person (3%)')).toBeVisible()
    expect(screen.getByText(/Sheet of the quarter, .*: sealed on 11 February 2027\./)).toBeVisible()
    expect(screen.getByRole('link', { name: 'People who may be recorded twice' })).toHaveAttribute(
      'href',
      '/person-merges',
    )
    await expectAccessible()
  })

  it('shows only how many people are in each group of the breakdowns', async () => {
    shows()
    answers(
      'get',
      '/api/sheets/next/breakdowns',
      aSheetPreview({
        kind: 'breakdowns',
        facts: [
          { fact: 'wait', split: 'age', group: 'under-65', people: 12, before: 9, cells: [], notRecorded: 0 },
          { fact: 'wait', split: 'kind', group: 'drop-in', people: 10, before: 0, cells: [], notRecorded: 0 },
        ],
      }),
    )
    const user = open('/sharing', { council: aLead() })
    await pageWith(HEADING)

    await user.click(await screen.findByRole('button', { name: 'Show: Breakdowns of the year' }))

    expect(await screen.findByRole('row', { name: 'Under 65 12 9' })).toBeVisible()
    expect(screen.getByRole('row', { name: 'Drop-in 10 0' })).toBeVisible()
    await expectAccessible()
  })

  it('turns sharing on with one press, and says so', async () => {
    shows(aSharing({ shares: false, version: 0, years: [] }), [])
    const sent = answers('put', SHARING, aSharing())
    const user = open('/sharing', { council: aLead() })
    await pageWith(HEADING)
    expect(await screen.findByRole('heading', { name: 'Sharing is off' })).toBeVisible()
    expect(await screen.findByText('No sheet has left the council.')).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Correct a sealed sheet' })).toBeNull()

    await user.dblClick(screen.getByRole('button', { name: 'Turn sharing on' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Sharing is on')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({ shares: true })
    expect(sent[0]?.headers.get('If-Match')).toBe('"0"')
  })

  it('says when another lead was faster', async () => {
    shows()
    refuses('put', SHARING, 412, 'stale-version')
    const user = open('/sharing', { council: aLead() })
    await pageWith(HEADING)

    await user.click(await screen.findByRole('button', { name: 'Turn sharing off' }))

    expect(await screen.findByRole('alert')).toBeVisible()
    await expectAccessible()
  })

  it('tells what a correction shows before it is asked for, and wants a reason', async () => {
    shows()
    const sent = answers('post', '/api/sheet-corrections', {
      kind: 'quarter',
      from: '2026-07-01',
      to: '2026-09-30',
      reason: 'Visits were recorded twice',
      askedAt: '2026-11-24T09:30:00Z',
      drawn: false,
    })
    const user = open('/sharing', { council: aLead() })
    await pageWith(HEADING)
    expect(await screen.findByText(/A reader who compares the two releases/)).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Ask for the correction' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Say why the figures were wrong')
    await expectAccessible()
    expect(sent).toHaveLength(0)

    await user.type(screen.getByRole('textbox', { name: 'Why were the figures wrong?' }), 'Visits were recorded twice')
    await user.click(screen.getByRole('button', { name: 'Ask for the correction' }))

    expect(await screen.findByText('The correction is asked for')).toBeVisible()
    expect(sent[0]?.body).toEqual({ kind: 'quarter', from: '2026-07-01', reason: 'Visits were recorded twice' })
  })

  it('offers no correction for a year that had one', async () => {
    const correction = {
      kind: 'quarter' as const,
      from: '2026-07-01',
      to: '2026-09-30',
      reason: 'Visits were recorded twice',
      askedAt: '2026-11-24T09:30:00Z',
      askedByName: 'Lea Lead',
      drawn: true,
    }
    const years = [
      {
        from: '2026-04-01',
        to: '2027-03-31',
        sealed: 2,
        usedPercent: 32,
        keptPercent: 67,
        correctable: false,
        correction,
      },
    ]
    shows(aSharing({ years }), [aSealedSheet({ id: anId(2), version: 2 }), aSealedSheet()])
    open('/sharing', { council: aLead() })
    await pageWith(HEADING)

    expect(await screen.findByText(/2 sheets are sealed\. The year has used 32% of its limit/)).toBeVisible()
    expect(screen.getByText(/and it was sealed: Sheet of the quarter/)).toBeVisible()
    expect(await screen.findByRole('cell', { name: 'Correction' })).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Correct a sealed sheet' })).toBeNull()
  })

  it('shows the rest of the page when the numbers cannot be read', async () => {
    shows()
    refuses('get', '/api/sheets/next/quarter', 503, 'unavailable')
    open('/sharing', { council: aLead() })
    await pageWith(HEADING)

    expect(await screen.findByText('The numbers cannot be shown.')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Sharing is on' })).toBeVisible()
    await expectAccessible()
  })
})
