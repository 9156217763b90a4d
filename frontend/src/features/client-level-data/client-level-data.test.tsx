import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { aLead, aPractitioner, aSubmissionCheck } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses, server } from '../../test/server'
import { chosenQuarter, quartersUntil } from './quarters'

const AT = '/client-level-data?quarter=2026-07-01'
const CHECK = '/api/client-level-data/2026-07-01'
const FILE = `${CHECK}/extracts`

/** Answers with the file from now on, and keeps what was asked. */
function givesFile(headers: Record<string, string>): unknown[] {
  const asked: unknown[] = []
  server.use(
    http.post(FILE, async ({ request }) => {
      asked.push(await request.json())
      return new HttpResponse('"LA_Code"\r\n', { headers: { 'Content-Type': 'text/csv', ...headers } })
    }),
  )
  return asked
}

describe('the check of Client Level Data', () => {
  it('shows the fields that fail first, with the official name and what to do', async () => {
    answers('get', CHECK, aSubmissionCheck())
    open(AT, { council: aLead() })
    await pageWith('Client Level Data')

    const table = await screen.findByRole('table', { name: '3 fields fail' })
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows[0]).toHaveTextContent('NHS numberNHS_NumberBlank in 39 of 120, and mandatory.Ask the person')
    expect(rows[1]).toHaveTextContent('Event_Start_DateNot valid in 2 of 120.Correct the record')
    expect(rows[2]).toHaveTextContent('GenderGenderBlank in 120 of 120, and mandatory.Alongside does not ask for it.')
    expect(screen.getByText('The file has 120 events. They concern 96 people.')).toBeInTheDocument()
    expect(screen.getByText(/^As at 24 November 2026/)).toBeInTheDocument()
    await expectAccessible()
  })

  it('says which months are dropped, and that the Department reads another period', async () => {
    answers('get', CHECK, aSubmissionCheck())
    open(AT, { council: aLead() })

    const months = await screen.findByRole('table', { name: 'The twelve months' })
    expect(within(months).getByRole('row', { name: /^October 2025/ })).toHaveTextContent(
      'October 20251 eventDropped: it has fewer than 2% of all events',
    )
    expect(within(months).getByRole('row', { name: /^November 2025/ })).toHaveTextContent('12 eventsCounts')
    expect(screen.getByText(/^The Department reads November 2025 to September 2026, which is not/)).toBeInTheDocument()
  })

  it('says so if there is nothing to send', async () => {
    answers('get', CHECK, aSubmissionCheck({ events: 0, people: 0 }))
    open(AT, { council: aPractitioner() })

    expect(await screen.findByText(/so there is nothing to send/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Download the CSV file' })).not.toBeInTheDocument()
  })

  it('offers to read it again if it cannot be shown', async () => {
    refuses('get', CHECK, 503, 'unavailable')
    const user = open(AT, { council: aLead() })

    const again = await screen.findByRole('button', { name: 'Try again' })
    answers('get', CHECK, aSubmissionCheck())
    await user.click(again)

    expect(await screen.findByRole('table', { name: '3 fields fail' })).toBeInTheDocument()
  })

  it('offers the file to practitioners only', async () => {
    answers('get', CHECK, aSubmissionCheck())
    open(AT, { council: aLead() })

    expect(await screen.findByText(/A practitioner can download the file/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Download the CSV file' })).not.toBeInTheDocument()
  })

  it('says in an error summary what the file needs', async () => {
    answers('get', CHECK, aSubmissionCheck())
    const asked = givesFile({})
    const user = open(AT, { council: aPractitioner() })

    const button = await screen.findByRole('button', { name: 'Download the CSV file' })
    await user.click(button)
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByRole('link', { name: 'Select why you need the file' })).toBeInTheDocument()
    expect(within(summary).getByRole('link', { name: 'Enter the local authority code' })).toBeInTheDocument()

    await user.type(screen.getByLabelText('Local authority code'), '9a')
    await user.click(button)
    expect(await screen.findByRole('link', { name: /must be three digits/ })).toBeInTheDocument()
    expect(asked).toEqual([])
  })

  it('saves the file, and says what is in it and what was left out', async () => {
    answers('get', CHECK, aSubmissionCheck())
    const asked = givesFile({ 'Alongside-Events': '118', 'Alongside-Left-Out': '2' })
    const saved = vi.fn(() => 'blob:made-up')
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: saved, revokeObjectURL: vi.fn() }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const user = open(AT, { council: aPractitioner() })

    await user.click(await screen.findByLabelText('To send it to the Department'))
    await user.type(screen.getByLabelText('Local authority code'), '913')
    await user.click(screen.getByRole('button', { name: 'Download the CSV file' }))

    expect(
      await screen.findByText(/^The file with 118 events is in your downloads. 2 events are left out/),
    ).toBeVisible()
    await waitFor(() => expect(asked).toEqual([{ reason: 'submission', laCode: '913' }]))
    expect(saved).toHaveBeenCalledTimes(1)
  })

  it('begins with the last quarter that is over', () => {
    expect(chosenQuarter(null, '2026-11-24')).toBe('2026-07-01')
    expect(chosenQuarter('2026-04-01', '2026-11-24')).toBe('2026-04-01')
    expect(chosenQuarter('soon', '2026-01-02')).toBe('2025-10-01')
    expect(quartersUntil('2026-11-24').slice(0, 2)).toEqual(['2026-10-01', '2026-07-01'])
    expect(quartersUntil('2023-11-24')).toEqual(['2023-10-01', '2023-07-01', '2023-04-01'])
  })
})
