import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import {
  aLead,
  anEvidenceDraft,
  anEvidenceNote,
  anEvidenceReport,
  aPractitioner,
  theEvidence,
} from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'
import { webPageOf } from './web-page'

const EVIDENCE = '/api/evidence'
const DRAFT = '/api/evidence-draft'
const REPORTS = '/api/evidence-reports'
const lead = { council: aLead() }

function shows(evidence = theEvidence(), reports: object[] = []) {
  answers('get', EVIDENCE, evidence)
  answers('get', REPORTS, { items: reports } as never)
  refuses('get', DRAFT, 404, 'not-found')
}

describe('the evidence of a council', () => {
  it('says for each statement what there is and what is missing, and cites the source', async () => {
    shows(theEvidence({ notes: [] }))
    open('/evidence', lead)
    await pageWith('Evidence')

    const table = await screen.findByRole('table', { name: 'Made-up theme' })
    const row = within(table).getByRole('row', { name: /^Made-up needs/ })
    expect(row).toHaveTextContent('Made-up outcomes: 2 figures, no note')
    expect(within(row).getAllByRole('cell')[1]).toHaveTextContent('Made-up experience')
    expect(screen.getByRole('link', { name: 'Made-up framework, November 2023' })).toHaveAttribute(
      'href',
      'https://commission.example/framework',
    )
    expect(await screen.findByText('No report has been published yet.')).toBeVisible()
    await expectAccessible()
  })

  it('makes a draft with one press', async () => {
    shows()
    const user = open('/evidence', lead)
    await pageWith('Evidence')
    const sent = answers('post', DRAFT, anEvidenceDraft(), { status: 201 })
    const press = await screen.findByRole('button', { name: 'Make a report draft' })
    answers('get', DRAFT, anEvidenceDraft())

    await user.dblClick(press)

    await pageWith('Draft of the next report')
    expect(sent).toHaveLength(1)
  })

  it('offers no draft to those who only read', async () => {
    shows()
    open('/evidence', { council: aPractitioner() })
    await pageWith('Evidence')
    await screen.findByRole('table', { name: 'Made-up theme' })

    expect(screen.queryByRole('button', { name: 'Make a report draft' })).toBeNull()
  })

  it('says that it could not be read', async () => {
    answers('get', REPORTS, { items: [] })
    refuses('get', DRAFT, 404, 'not-found')
    refuses('get', EVIDENCE, 503, 'unavailable')
    open('/evidence', lead)

    expect(await screen.findByText('The evidence could not be shown.')).toBeVisible()
  })
})

describe('the evidence for a statement', () => {
  const page = '/evidence/statements/assessing-needs'

  it('has figures in words with period and definition, notes, and the gap', async () => {
    shows()
    open(page, lead)
    await pageWith('Made-up needs')

    expect(screen.getByRole('heading', { name: 'Half waited 15 made-up days' })).toBeVisible()
    expect(screen.getByText(/July to September 2026\. Counted: 120\./)).toHaveTextContent(
      'In April to June 2026 it was 12 made-up days.',
    )
    expect(screen.getByText(/No complete quarter has a value yet/)).toBeVisible()
    expect(screen.getByText('Made-up gap.')).toBeVisible()
    expect(screen.getByText('Alongside counts no figure for this.')).toBeVisible()
    expect(screen.getByText('A woman went back to her choir.')).toBeVisible()
    await expectAccessible()
  })

  it('takes a note, and says what is missing in it', async () => {
    shows()
    const sent = answers('post', '/api/evidence-notes', anEvidenceNote(), { status: 201 })
    const user = open(page, lead)
    await pageWith('Made-up needs')

    await user.click(screen.getByRole('button', { name: 'Add a note: Made-up outcomes' }))
    await user.click(screen.getByRole('button', { name: 'Save the note' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Select what it is')
    await user.click(screen.getByRole('radio', { name: 'Decision' }))
    await user.type(screen.getByLabelText('The note'), 'Penderfynwyd ym mis Mai')
    await user.click(screen.getByRole('button', { name: 'Save the note' }))

    await screen.findByRole('button', { name: 'Add a note: Made-up outcomes' })
    expect(sent.map(({ body }) => body)).toEqual([
      { statement: 'assessing-needs', kind: 'outcomes', type: 'decision', words: 'Penderfynwyd ym mis Mai' },
    ])
  })

  it('says that another member of staff has changed a note', async () => {
    shows()
    refuses('put', '/api/evidence-notes/:id', 412, 'stale-version', {
      detail: 'Another member of staff has changed this note.',
    })
    const user = open(page, lead)
    await pageWith('Made-up needs')

    await user.click(screen.getByRole('button', { name: /^Change: A woman/ }))
    await user.click(screen.getByRole('button', { name: 'Save the note' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('has changed')
    expect(screen.getByLabelText('The note')).toHaveValue('A woman went back to her choir.')
  })

  it('lets those who only read change nothing', async () => {
    shows()
    open(page, { council: aPractitioner() })
    await pageWith('Made-up needs')

    expect(screen.queryByRole('button', { name: /note|Change|Remove/ })).toBeNull()
  })
})

describe('the draft of a report', () => {
  it('is the document in the order of a committee report', async () => {
    answers('get', DRAFT, anEvidenceDraft())
    open('/evidence/draft', lead)
    await pageWith('Draft of the next report')

    await screen.findByRole('heading', { name: 'Summary' })
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Summary',
      'Recommendation',
      'Background',
      'Options',
      'Reasons for the recommendation',
      'Consultation',
      'Impact',
      'Implications',
      'Evidence by quality statement',
      'What the figures count, and how they are rounded',
    ])
    expect(screen.getByText('As at 24 November 2026 at 9:30am.')).toBeVisible()
    expect(screen.getByText('Half waited 15 made-up days. July to September 2026.')).toBeVisible()
    const table = screen.getByRole('table', { name: 'Figures: Made-up needs' })
    expect(within(table).getByRole('row', { name: /^Made-up wait/ })).toHaveTextContent(
      'Made-up waitMade-up outcomesJuly to September 202615 made-up days12012 made-up days',
    )
    await expectAccessible()
  })

  it('is not published with an empty section', async () => {
    const { sections } = anEvidenceDraft().content
    answers(
      'get',
      DRAFT,
      anEvidenceDraft({
        sections: sections.map((each) => (each.section === 'options' ? { ...each, text: '' } : each)),
      }),
    )
    const sent = answers('post', REPORTS, anEvidenceReport(), { status: 201 })
    const user = open('/evidence/draft', lead)
    await pageWith('Draft of the next report')

    await user.click(await screen.findByRole('button', { name: 'Publish the report' }))

    expect(screen.getByRole('link', { name: 'Write the section: Options' })).toHaveAttribute('href', '#section-options')
    expect(sent).toHaveLength(0)
  })

  it('is published once, and leads to the report', async () => {
    answers('get', DRAFT, anEvidenceDraft())
    answers('get', `${REPORTS}/:id`, anEvidenceReport())
    const sent = answers('post', REPORTS, anEvidenceReport(), { status: 201 })
    const user = open('/evidence/draft', lead)
    await pageWith('Draft of the next report')

    await user.dblClick(await screen.findByRole('button', { name: 'Publish the report' }))

    await pageWith('Evidence report 2')
    expect(await screen.findByText('Report 2 is published')).toBeVisible()
    expect(sent.map(({ headers }) => headers.get('If-Match'))).toEqual(['"8"'])
  })

  it('says when figures are defined differently since', async () => {
    answers('get', DRAFT, anEvidenceDraft())
    refuses('post', REPORTS, 409, 'figure-definition-changed', { detail: 'Take the figures and notes again.' })
    const user = open('/evidence/draft', lead)
    await pageWith('Draft of the next report')

    await user.click(await screen.findByRole('button', { name: 'Publish the report' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Take the figures and notes again.')
  })

  it('says that there is none any more', async () => {
    refuses('get', DRAFT, 404, 'not-found')
    open('/evidence/draft', lead)

    expect(await screen.findByText('There is no draft. It may have been published or deleted.')).toBeVisible()
  })

  it('keeps a text that another member of staff has overtaken', async () => {
    answers('get', DRAFT, anEvidenceDraft())
    refuses('put', `${DRAFT}/sections/options`, 412, 'stale-version')
    const user = open('/evidence/draft/options', lead)
    await pageWith('Options')
    const box = screen.getByRole('textbox')
    await user.type(box, ' and more')

    await user.click(screen.getByRole('button', { name: 'Save the section' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Another member of staff has changed the draft')
    expect(screen.getByRole('textbox')).toHaveValue('Made-up options and more')
    await expectAccessible()
  })

  it('takes no section of more than 20,000 characters', async () => {
    const { sections } = anEvidenceDraft().content
    answers(
      'get',
      DRAFT,
      anEvidenceDraft({ sections: sections.map((each) => ({ ...each, text: 'ŵ'.repeat(20_001) })) }),
    )
    const user = open('/evidence/draft/options', lead)
    await pageWith('Options')

    await user.click(screen.getByRole('button', { name: 'Save the section' }))

    expect(screen.getByRole('alert')).toHaveTextContent('The section must have 20,000 characters or fewer')
  })
})

describe('a published report', () => {
  it('names the report before, and is kept as a web page that needs nothing else', async () => {
    const kept = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:made-up')
    vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
    answers('get', `${REPORTS}/:id`, anEvidenceReport())
    const user = open(`/evidence/reports/${anEvidenceReport().id}`, { council: aPractitioner() })
    await pageWith('Evidence report 2')
    expect(screen.getByText(/^This report follows report 1, published on 4 May 2026/)).toBeVisible()
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Save as a web page' }))

    expect(await (kept.mock.calls[0]?.[0] as Blob).text()).toContain('<h1>Evidence report 2</h1>')
    kept.mockRestore()
  })

  it('is a web page with its language, whose names cannot bring in markup', () => {
    const article = document.createElement('article')
    article.lang = 'en'
    article.textContent = '<script>alert(1)</script>'

    const page = webPageOf(article, 'Report <b>', 'Title </title><script>')

    expect(page).toMatch(/^<!doctype html>\n<html lang="en"><head><meta charset="utf-8">/)
    expect(page).toContain('<h1>Report &lt;b&gt;</h1>')
    expect(page).not.toContain('<script>')
  })
})
