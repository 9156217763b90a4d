import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { aFigure, aLead, theSettled } from '../../test/builders'
import { open } from '../../test/open'
import { answers, refuses } from '../../test/server'
import { i18next } from '../../text/i18n'
import { downloadPicture } from './download'
import { publishedRows } from './publish'

const PUBLISHED = {
  today: '2026-11-24',
  definition: 1,
  periods: [
    {
      from: '2026-07-01',
      to: '2026-09-30',
      revised: true,
      counts: [
        {
          figure: 'resolved' as const,
          value: '63',
          base: '80',
          part: '50',
          notCounted: [{ reason: 'withheld' as const, number: '[c]' }],
        },
        { figure: 'asked-again' as const, value: '[c]', base: '90', part: '[c]', notCounted: [] },
      ],
    },
  ],
}

describe('the numbers for publication', () => {
  it('say what they are, that they are rounded, and what the symbols mean', () => {
    const t = i18next.getFixedT('en', 'insight') as never
    const rows = publishedRows(t, aFigure(theSettled()), { by: 'quarter' }, 'Larkshire', PUBLISHED)

    const text = rows.map((row) => row.join(' | '))
    expect(text).toContain('Figure | Settled without formal care')
    expect(text).toContain('Made on | 2026-11-24')
    expect(text.find((row) => row.startsWith('Rounded for publication'))).toContain('nearest 5')
    expect(text).toContain('[c] | Confidential: it could tell of a few people')
    expect(rows.slice(-2)).toEqual([
      [
        'From',
        'To',
        'Revised',
        'Value',
        'In the figure',
        'Counted',
        'Asked again within 90 days: Value',
        'Asked again within 90 days: In the figure',
        'Asked again within 90 days: Counted',
        'Not shown, because one person’s answer or outcome could be worked out',
      ],
      ['2026-07-01', '2026-09-30', 'Yes', '63', '50', '80', '[c]', '[c]', '90', '[c]'],
    ])
  })

  it('are read when they are asked for, and the page says if they cannot be', async () => {
    answers('get', '/api/figures/wait', aFigure() as never)
    refuses('get', '/api/figures/wait/publication', 503, 'unavailable')
    const user = open('/insights/wait', { council: aLead() })

    await user.click(await screen.findByRole('button', { name: 'Download rounded numbers for publication (CSV)' }))
    expect(await screen.findByText('The rounded numbers could not be read. Try again.')).toBeVisible()
  })
})

describe('the chart as a PNG', () => {
  it('is drawn from the same SVG with the letters of the page in it', async () => {
    answers('get', '/api/figures/wait', aFigure() as never)
    open('/insights/wait', { council: aLead() })
    const chart = await screen.findByRole('img', { name: /by month/ })
    Object.defineProperty(chart, 'viewBox', { value: { baseVal: { width: 720, height: 300 } } })
    const sources: string[] = []
    vi.stubGlobal('fetch', () => Promise.resolve({ blob: () => Promise.resolve(new Blob(['letters'])) }))
    vi.stubGlobal(
      'Image',
      class {
        set src(address: string) {
          sources.push(address)
        }
        decode = () => Promise.resolve()
      },
    )
    const drawn = vi.fn()
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: drawn } as never)
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(new Blob(['a picture'])))
    const kept = vi.fn().mockReturnValue('blob:picture')
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: kept, revokeObjectURL: vi.fn() }))

    await downloadPicture('wait.png', chart as unknown as SVGSVGElement)

    await waitFor(() => expect(kept).toHaveBeenCalledOnce())
    const svg = decodeURIComponent(sources[0] ?? '')
    expect(svg).toMatch(/^data:image\/svg\+xml/)
    expect(svg).toContain('@font-face{font-family:"Atkinson Hyperlegible Next Variable"')
    expect(svg).toContain('Mean 14.2')
    expect(drawn).toHaveBeenCalledWith(expect.anything(), 0, 0, 1440, 600)
    vi.unstubAllGlobals()
  })
})
