import { screen, within } from '@testing-library/react'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aPractitioner } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { readNational } from './national'

/** Official statistics that other people published. They lie beside the project and are no part of it. */
const SAMPLE = `${process.env['ALONGSIDE_SAMPLES'] ?? '../../shared/samples'}/oflog_asc/ASC_data.csv`

const SMALL = `Financial year,Local authority name,Measure,Value,MEDIAN
2020-21,Larkshire,"Outcome, Requests, resulting in a service",12.5,10
2021-22,Larkshire,"Outcome, Requests, resulting in a service",,10
2022-23,Larkshire,"Outcome, Requests, resulting in a service",1250,
`

async function draw(text: string, council: string) {
  const user = open('/national-measures', { council: aPractitioner() })
  await pageWith('National measures from a file')
  await user.upload(screen.getByLabelText('A file of published measures (CSV)'), new File([text], 'measures.csv'))
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Council' }), council)
  return user
}

describe('national measures', () => {
  it('are drawn from a file, with a gap where a year has no value', async () => {
    await draw(SMALL, 'Larkshire')

    const chart = screen.getByRole('img', { name: 'Requests, resulting in a service by year' })
    expect(chart).toHaveAccessibleDescription('2020-21 to 2022-23. 2022-23: 1,250.0.')
    expect(chart.querySelector('path')?.getAttribute('d')).toMatch(/^M[^L]*M[^L]*$/)
    expect(chart).toHaveTextContent('2020-21')
    await expectAccessible()
  })

  it('are not drawn from another file', async () => {
    const user = open('/national-measures', { council: aPractitioner() })
    await pageWith('National measures from a file')
    await user.upload(screen.getByLabelText('A file of published measures (CSV)'), new File(['a,b'], 'other.csv'))

    expect(await screen.findByText(/does not have the columns/)).toBeVisible()
  })

  it.runIf(existsSync(SAMPLE))('of the official file are what was published for Thurrock', async () => {
    const text = readFileSync(SAMPLE, 'utf8')
    expect(readNational(text)).not.toHaveLength(0)
    await draw(text, 'Thurrock')

    expect(screen.getAllByRole('img', { name: /by year$/ })).toHaveLength(7)
    for (const [measure, value] of [
      ['ASC Quality of Life', '0.412'],
      ['Ease of finding information about services : service users', '74.0'],
      ['short-term services: sequel to service', '53.0'],
      ['Requests resulting in a service', '1,509.7'],
    ] as const) {
      const chart = screen.getByRole('img', { name: `${measure} by year` })
      expect(chart).toHaveAccessibleDescription(expect.stringContaining(`2022-23: ${value}.`))
      const card = within(screen.getByRole('region', { name: measure }))
      expect(card.getByRole('row', { name: new RegExp(`^2022-23 ${value}`), hidden: true })).toBeInTheDocument()
    }
  })

  it.skipIf(existsSync(SAMPLE))('of the official file are NOT RUN: the sample is not beside the project', () => {
    expect(existsSync(SAMPLE)).toBe(false)
  })
})
