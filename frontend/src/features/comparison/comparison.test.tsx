import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aComparison, aComparisonList, aLead } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers } from '../../test/server'
import { i18next } from '../../text/i18n'
import { rowsOfFile } from './comparison-tables'

const lead = { council: aLead() }

describe('the comparison with other councils', () => {
  it('says the own rate, its likely place and the others in sentences, and the chart says the same', async () => {
    answers('get', '/api/comparisons', aComparisonList())
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    open('/compare', lead)
    await pageWith('Compare with other councils')

    const heading = await screen.findByRole('heading', { name: 'First bookings that were kept' })
    const card = heading.closest('article') as HTMLElement
    const words =
      'Your rate as counted is 65%: 65 of 100. Allowing for chance, you are most likely between the median and the upper' +
      ' quartile (about 80%). All together: 61%, from 60.1% to 61.9% with the margin of the blur. Half of the councils are' +
      ' from 52% to 70%, and the middle one is at 60%.'
    expect(card).toHaveTextContent(words)
    expect(within(card).getByRole('img', { name: words })).toBeInTheDocument()
    expect(
      screen.getByText('Made-up figures. These councils do not exist; they are here to show how the page works.'),
    ).toBeInTheDocument()
    await expectAccessible()
  })

  it('says why a figure is withheld, and what is worth a look', async () => {
    answers('get', '/api/comparisons', aComparisonList())
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    open('/compare', lead)

    const cancelled = await screen.findByRole('heading', { name: 'First bookings that were cancelled' })
    expect(cancelled.closest('article')).toHaveTextContent(
      'Your council has no figure here, because no one was counted in this time. The figure of all together is withheld: the blur would change it too much.',
    )
    expect(cancelled.closest('article')).not.toHaveTextContent('0%')
    const again = screen.getByRole('heading', { name: 'Asked again within 90 days' }).closest('article')
    expect(again).toHaveTextContent('Worth a look: higher than chance, blur and the usual spread explain')
    expect(again).toHaveTextContent('the differences between councils cannot be told from the blur')
  })

  it('can be read for similar councils', async () => {
    answers('get', '/api/comparisons', aComparisonList())
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    open('/compare?pool=family', lead)

    expect(
      await screen.findByText(
        'The figure of all together is withheld: fewer than five councils share figures in this time.',
      ),
    ).toBeInTheDocument()
    expect(screen.getByText(/are of similar size: fewer than 250,000 residents/)).toBeInTheDocument()
  })

  it('says when the first benchmark comes', async () => {
    answers('get', '/api/comparisons', aComparisonList({ items: [] }))
    open('/compare', lead)

    expect(await screen.findByText(/The benchmark for .* comes on 12 February 2027/)).toBeInTheDocument()
  })

  it('says that the council does not share, and how it can', async () => {
    answers('get', '/api/comparisons', aComparisonList({ own: { shares: false, since: '2025-01-06' } }))
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    open('/compare', lead)

    expect(await screen.findByText(/Your council does not share its figures/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: i18next.t('sharing:heading') })).toHaveAttribute('href', '/sharing')
    expect(screen.queryByText(/three months/)).not.toBeInTheDocument()
  })

  it('says from when there are three months to compare', async () => {
    answers(
      'get',
      '/api/comparisons',
      aComparisonList({ own: { shares: true, since: '2026-10-05', comparableFrom: '2027-01-05' } }),
    )
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    open('/compare', lead)

    expect(
      await screen.findByText(/Yours begin on 5 October 2026, so from 5 January 2027 on you have enough/),
    ).toBeInTheDocument()
    expect(screen.queryByText(/does not share/)).not.toBeInTheDocument()
  })

  it('says that a council without conversations has nothing to compare yet', async () => {
    answers('get', '/api/comparisons', aComparisonList({ own: { shares: true } }))
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    open('/compare', lead)

    expect(await screen.findByText(/has no finished conversation yet/)).toBeInTheDocument()
  })

  it('shows groups with the last quarter of a year, and otherwise where they are', async () => {
    const items = [
      { from: '2026-07-01', to: '2026-09-30', madeOn: '2026-11-12' },
      { from: '2026-01-01', to: '2026-03-31', madeOn: '2026-05-13' },
    ]
    answers('get', '/api/comparisons', aComparisonList({ items }))
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    open('/compare', lead)
    expect(await screen.findByText(/are compared once a year/)).toBeInTheDocument()
    expect(screen.queryByRole('heading', { name: /By age/ })).not.toBeInTheDocument()

    answers(
      'get',
      '/api/comparisons/2026-01-01',
      aComparison({
        from: '2026-01-01',
        to: '2026-03-31',
        groups: [
          { rate: 'listened-to', split: 'age', group: '85-or-over', percent: 88, lower: 86.1, upper: 89.9 },
          { rate: 'listened-to', split: 'kind', group: 'other', withheld: 'precision' },
        ],
      }),
    )
    open('/compare?from=2026-01-01', lead)
    await screen.findByRole('heading', { name: /By age and by kind/ })
    expect(screen.getByRole('row', { name: /85 or over 88%/ })).toBeInTheDocument()
    expect(
      screen.getByRole('row', { name: /Other kind withheld: the blur would change it too much/ }),
    ).toBeInTheDocument()
  })

  it('is kept as a file with definitions and periods', () => {
    const comparison = aComparison()
    const rows = rowsOfFile(i18next.getFixedT('en', 'comparison'), comparison, comparison.pools, 'Larkshire Council')

    expect(rows[0]).toEqual(['Council', 'Larkshire Council'])
    expect(rows[1]).toEqual(['Made-up figures. These councils do not exist; they are here to show how the page works.'])
    const attended = rows.find(([name]) => name === 'First bookings that were kept')
    expect(attended?.slice(4, 13)).toEqual([65, 100, 65, 61, 60.1, 61.9, 52, 60, 70])
    const cancelled = rows.find(([name]) => name === 'First bookings that were cancelled')
    expect(cancelled?.at(-1)).toBe('the blur would change it too much')
  })
})
