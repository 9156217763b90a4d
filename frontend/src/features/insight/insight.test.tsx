import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { aFigure, aFigureNote, aFigureSummary, aLead, anId, aPractitioner, theSettled } from '../../test/builders'
import type { FigureDetail } from '../../api/types'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { answers, refuses } from '../../test/server'
import { i18next } from '../../text/i18n'
import { csvOf } from './download'
import { rowsOfFile } from './files'
import { pathOf } from './run-chart'

const lead = { council: aLead() }

function list(items: object[]) {
  answers('get', '/api/figures', { today: '2026-11-24', items } as never)
}

describe('the insights of a council', () => {
  it('are sentences with a word each, the worst first', async () => {
    list([aFigureSummary(), theSettled()])
    open('/insights', lead)
    await pageWith('Insights')

    const sentences = await screen.findAllByRole('heading', { level: 3 })
    expect(sentences.map((sentence) => sentence.textContent)).toEqual([
      'Half of the people waited 15 days or fewer for their first conversation',
      '62.5% of first conversations led to information or another service, and the person did not ask again',
    ])
    const first = screen.getAllByRole('listitem').find((item) => item.textContent.includes('Half of the people'))
    expect(first).toHaveTextContent('July to September 2026. In April to June 2026 it was 12 days.')
    expect(first).toHaveTextContent('December 2026: Worse than chance explains')
    expect(first).not.toHaveTextContent(/(Better|Worse) than the/)
    await expectAccessible()
  })

  it('never show what was settled without who asked again', async () => {
    list([theSettled()])
    open('/insights', lead)
    await pageWith('Insights')

    const beside = (await screen.findByText('Read this with it:')).parentElement as HTMLElement
    expect(within(beside).getByRole('term')).toHaveTextContent('Asked again within 90 days')
    expect(within(beside).getByRole('definition')).toHaveTextContent('10%')
  })

  it('are at most six sentences, and a list of all', async () => {
    const codes = [
      'wait',
      'attended',
      'connected',
      'assessment',
      'steps-done',
      'places-used',
      'recording-time',
    ] as const
    list(codes.map((figure) => aFigureSummary({ figure, unit: 'percent' })))
    open('/insights', lead)
    await pageWith('Insights')

    expect(await screen.findAllByRole('heading', { level: 3 })).toHaveLength(6)
    expect(within(screen.getByRole('table')).getAllByRole('link')).toHaveLength(7)
  })

  it('say when they were counted, if that was in the night', async () => {
    answers('get', '/api/figures', {
      today: '2026-11-24',
      countedAt: '2026-11-24T02:10:00Z',
      items: [aFigureSummary()],
    } as never)
    open('/insights', lead)

    expect(await screen.findByText(/^Counted on 24 November 2026/)).toBeVisible()
  })

  it('say that there is nothing to count yet', async () => {
    list([{ ...aFigureSummary({ chart: [] }), latest: undefined, previous: undefined, variation: undefined }])
    open('/insights', lead)
    await pageWith('Insights')

    expect(await screen.findByText('No complete period has anything to show yet.')).toBeVisible()
  })
})

describe('a figure', () => {
  it('says the finding, draws it, and describes the drawing from the same numbers', async () => {
    answers('get', '/api/figures/wait', aFigure() as never)
    open('/insights/wait', lead)
    await pageWith('Half of the people waited 15 days or fewer for their first conversation')

    const chart = screen.getByRole('img', { name: 'Wait for a first conversation by month' })
    expect(chart).toHaveAccessibleDescription(
      'November 2025 to December 2026. The mean is 14.2. The usual range is 6.1 to 22.3. The last month, December 2026,' +
        ' is 30 days: above the upper limit. 1 month differs by more than chance explains.',
    )
    expect(screen.getByText('Those who walked in: 0 days. All others: 19 days.')).toBeVisible()
    expect(screen.getByText('No conversation yet').nextSibling).toHaveTextContent('12')
    expect(screen.getByRole('row', { name: /July to September 2026/ })).toHaveTextContent('15 days41 days120')
    expect(screen.getByRole('link', { name: 'Market Street Library' })).toBeVisible()
    await expectAccessible()
  })

  it('says what it was before it was revised', async () => {
    const figure = aFigure()
    const [before, last] = figure.periods
    answers('get', '/api/figures/wait', {
      ...figure,
      periods: [before, { ...last, earlier: [{ countedOn: '2026-11-27', base: 118, value: 14 }] }],
    } as never)
    open('/insights/wait', lead)
    await pageWith(/Half of the people/)

    expect(screen.getByRole('row', { name: /July to September 2026 \(revised\)/ })).toBeVisible()
    expect(screen.getByText('July to September 2026 was 14 days, of 118 counted, on 27 November 2026.')).toBeVisible()
    expect(
      rowsOfFile(
        i18next.getFixedT('en', 'insight') as never,
        {
          ...figure,
          periods: [
            {
              ...(last as FigureDetail['periods'][number]),
              earlier: [{ countedOn: '2026-11-27', base: 118, value: 14 }],
            },
          ],
        },
        { by: 'quarter' } as never,
        'Larkshire',
      ).flat(),
    ).toContain('Value before it was revised')
    await expectAccessible()
  })

  it('draws no limits before there are twelve months', async () => {
    answers(
      'get',
      '/api/figures/wait',
      aFigure({
        chart: aFigureSummary()
          .chart.slice(0, 5)
          .map((month) => ({ ...month, trial: true })),
      }) as never,
    )
    open('/insights/wait', lead)
    await pageWith(/Half of the people/)

    expect(screen.getByText(/You need 12 months before the chart can tell/)).toHaveTextContent('You have 5.')
    expect(screen.queryByText(/Upper limit/)).toBeNull()
  })
})

describe('a figure that another one must stand beside', () => {
  it('has it in every table', async () => {
    const settled = theSettled()
    const { latest } = settled
    const period = { ...latest, count: { ...latest?.count, value: 10 } } as FigureDetail['periods'][number]
    answers('get', '/api/figures/resolved', {
      ...aFigure(),
      summary: settled,
      periods: [latest],
      besideInTables: 'asked-again',
      beside: [{ figure: 'asked-again', unit: 'percent', periods: [period] }],
      hubs: [{ key: anId(1), name: 'Mill', count: latest?.count, besideInTables: { ...period.count, value: 12.5 } }],
      kinds: [],
    } as never)
    open('/insights/resolved', lead)

    const [numbers, hubs] = await screen.findAllByRole('table')
    for (const table of [numbers, hubs])
      expect(within(table as HTMLElement).getByText('Asked again within 90 days')).toBeVisible()
    expect(within(numbers as HTMLElement).getByText('10%')).toBeVisible()
    expect(within(hubs as HTMLElement).getByText('12.5%')).toBeVisible()
  })
})

describe('the notes on a figure', () => {
  const NOTES = '/api/figures/wait/notes'

  async function notes() {
    answers('get', '/api/figures/wait', aFigure() as never)
    const user = open('/insights/wait', lead)
    const section = within(await screen.findByRole('region', { name: 'Notes on the chart' }))
    return { user, section }
  }

  it('have a number in the chart and stand in its list, with who wrote them', async () => {
    answers('get', NOTES, {
      items: [aFigureNote(), aFigureNote({ id: anId(2), day: '2026-05-01', words: 'More staff' })],
    })
    const { section } = await notes()

    const rows = await section.findAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('2 March 2026 New hub opened'),
      expect.stringContaining('1 May 2026 More staff'),
    ])
    expect(rows[0]).toHaveTextContent('Lea Lead, 4 March 2026')
    const chart = screen.getByRole('img', { name: /by month/ })
    expect(within(chart).getByText('1')).toBeInTheDocument()
    expect(within(chart).getByText('2')).toBeInTheDocument()
    await expectAccessible()
  })

  it('are added by a lead, who is asked for no names', async () => {
    const sent = answers('post', NOTES, aFigureNote() as never, { status: 201 })
    const { user, section } = await notes()
    expect(await section.findByText(/There is no note yet/)).toBeVisible()

    await user.click(section.getByRole('button', { name: 'Add a note' }))
    await user.click(section.getByRole('button', { name: 'Save the note' }))
    expect(section.getByRole('link', { name: 'Say what happened, in at most 200 characters' })).toBeVisible()
    expect(section.getByLabelText('What happened')).toHaveAccessibleDescription(/Write no names of people/)
    await expectAccessible()

    await user.type(section.getByLabelText('Day'), '2')
    await user.type(section.getByLabelText('Month'), '3')
    await user.type(section.getByLabelText('Year'), '2026')
    await user.type(section.getByLabelText('What happened'), 'New hub opened')
    await user.click(section.getByLabelText('Draw new limits from this month on'))
    await user.click(section.getByRole('button', { name: 'Save the note' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({ day: '2026-03-02', words: 'New hub opened', rebases: true })
    expect(sent[0]?.headers.get('Idempotency-Key')).toBeTruthy()
    expect(await section.findByRole('button', { name: 'Add a note' })).toBeVisible()
  })

  it('keep what was typed when the page is loaded again', async () => {
    answers('get', NOTES, { items: [aFigureNote()] })
    const { user, section } = await notes()
    await user.click(await section.findByRole('button', { name: 'Change: New hub opened' }))
    await user.type(section.getByLabelText('What happened'), ' in Mill Road')
    await waitFor(() => expect(sessionStorage.getItem('alongside.draft')).not.toBeNull())

    await reload(lead)

    expect(await screen.findByDisplayValue('New hub opened in Mill Road')).toBeVisible()
  })

  it('are changed and removed by their version', async () => {
    answers('get', NOTES, { items: [aFigureNote({ version: 3 })] })
    const changed = answers('put', `${NOTES}/${aFigureNote().id}`, aFigureNote() as never)
    const removed = answers('delete', `${NOTES}/${aFigureNote().id}`, undefined, { status: 204 })
    const { user, section } = await notes()

    await user.click(await section.findByRole('button', { name: 'Change: New hub opened' }))
    await user.type(section.getByLabelText('What happened'), ' in Mill Road')
    await user.click(section.getByRole('button', { name: 'Save the note' }))
    await waitFor(() => expect(changed).toHaveLength(1))
    expect(changed[0]?.body).toEqual({ day: '2026-03-02', words: 'New hub opened in Mill Road', rebases: false })
    expect(changed[0]?.headers.get('If-Match')).toBe('"3"')

    await user.click(await section.findByRole('button', { name: 'Remove: New hub opened' }))
    await waitFor(() => expect(removed).toHaveLength(1))
    expect(removed[0]?.headers.get('If-Match')).toBe('"3"')
  })

  it('say so if they cannot be read', async () => {
    refuses('get', NOTES, 503, 'unavailable')
    const { section } = await notes()
    expect(await section.findByText('The notes could not be shown.')).toBeVisible()
  })

  it('have no buttons for a practitioner', async () => {
    answers('get', '/api/figures/wait', aFigure() as never)
    answers('get', NOTES, { items: [aFigureNote()] })
    open('/insights/wait', { council: aPractitioner() })
    const section = within(await screen.findByRole('region', { name: 'Notes on the chart' }))

    expect(await section.findByText(/New hub opened/)).toBeVisible()
    expect(section.queryByRole('button')).toBeNull()
  })

  it('draw new limits, and keep the old ones before them', async () => {
    const months = aFigureSummary().chart
    const chart = months.map((month, at) => ({ ...month, phase: at < 2 ? 0 : 1, mean: at < 2 ? 12.5 : 14.4 }))
    answers('get', '/api/figures/wait', aFigure({ chart }) as never)
    open('/insights/wait', lead)
    await pageWith(/Half of the people/)

    const drawn = screen.getByRole('img', { name: /by month/ })
    expect(drawn).toHaveAccessibleDescription(/^January 2026 to December 2026. The mean is 14.4./)
    const means = [...drawn.querySelectorAll('line[stroke="#1b2a2f"]')].map((line) => line.getAttribute('y1'))
    expect(new Set(means).size).toBe(2)
  })
})

describe('the limits of a run chart', () => {
  it('are one line where all months are equal', async () => {
    const complaints = vi.spyOn(console, 'error')
    const chart = aFigureSummary().chart.map((month) => ({ ...month, value: 14.2, lower: 14.2, upper: 14.2 }))
    answers('get', '/api/figures/wait', aFigure({ chart }) as never)
    open('/insights/wait', lead)
    await pageWith(/Half of the people/)

    const drawn = screen.getByRole('img', { name: /by month/ })
    expect(drawn.querySelectorAll('line[stroke-dasharray="6 4"]')).toHaveLength(1)
    expect(complaints).not.toHaveBeenCalled()
  })
})

describe('the line of a run chart', () => {
  it('is broken where a month has no value', () => {
    const [one, two, three] = aFigureSummary().chart.slice(0, 3)
    const x = (month: { from: string }) => Number(month.from.slice(5, 7))
    const line = (months: (typeof one)[]) =>
      pathOf(
        months.filter((month) => month !== undefined),
        x,
        (value) => value,
      )

    expect(line([one, two, three]).match(/[ML]/g)).toEqual(['M', 'L', 'L'])
    expect(line([one, three]).match(/[ML]/g)).toEqual(['M', 'M'])
  })
})

describe('the file of a figure', () => {
  const rows = (detail: FigureDetail) =>
    rowsOfFile(i18next.getFixedT('en', 'insight'), detail, { by: 'quarter' }, 'Alderbrook').slice(8)

  it('names the second numbers of a median', () => {
    expect(rows(aFigure())).toEqual([
      [
        'From',
        'To',
        'Complete',
        'Value',
        'Largest',
        'Nine of ten within',
        'Median: Walked in',
        'Median: all others',
        'Walked in',
        'Counted',
        'No conversation yet',
      ],
      ['2026-04-01', '2026-06-30', 'Yes', 12, undefined, undefined, undefined, undefined, 28, 110, 0],
      ['2026-07-01', '2026-09-30', 'Yes', 15, undefined, 41, 0, 19, 30, 120, 12],
    ])
  })

  it('has who asked again beside what was settled, in every period', () => {
    const settled = theSettled()
    const { latest } = settled
    if (latest === undefined) throw new Error('The builder has a latest period')
    const again = { ...latest, count: { base: 90, part: 9, also: 0, value: 10, notCounted: [] } }
    const detail: FigureDetail = {
      ...aFigure(settled),
      periods: [latest],
      beside: [{ figure: 'asked-again', unit: 'percent', periods: [again] }],
    }

    const [head, row] = rows(detail)
    expect(head?.slice(5)).toEqual([
      'Upper end of the 95% interval',
      'In the figure',
      'Settled, without the test of 90 days',
      'Counted',
      'Asked again within 90 days',
      'Asked again within 90 days: counted',
    ])
    expect(row?.slice(5)).toEqual([72.3, 50, 60, 80, 10, 90])
  })

  it('keeps text that a spreadsheet would take for a formula as text', () => {
    expect(csvOf([['=1+1', 'a "b", c'], [-1.5]])).toBe('\uFEFF\'=1+1,"a ""b"", c"\r\n-1.5\r\n')
  })
})
