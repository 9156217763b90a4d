import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aHub, aLead, anAsset, aReport, LIBRARY } from '../../test/builders'
import { readDraft } from '../../page/draft'
import { expectAccessible, open, pageWith, reload } from '../../test/open'
import { answers, refuses } from '../../test/server'

const ONE = `/api/assets/${anAsset().id}`
const EDIT = `/community-assets/${anAsset().id}/edit`

beforeEach(() => {
  answers('get', '/api/assets', { items: [anAsset()] } as never)
  answers('get', '/api/hubs', { items: [aHub()], total: 1 } as never)
  answers('get', ONE, anAsset() as never, { headers: { ETag: '"2"' } })
})

describe('community assets', () => {
  it('show staff what each offers, where it is and how to reach it', async () => {
    open('/community-assets')
    await pageWith('Community assets')

    expect(await screen.findByText('Company, tea and wool')).toBeVisible()
    expect(screen.getByText(/Near Fernhill Library/)).toBeVisible()
    expect(screen.getByRole('link', { name: '01632 960000' })).toHaveAttribute('href', 'tel:01632960000')
    expect(screen.getByRole('link', { name: 'people.example/knit' })).toBeVisible()
    expect(screen.queryByRole('link', { name: /Change/ })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Add to the list' })).toBeNull()
    await expectAccessible()
  })

  it('are searched for, and say what to do if none matches', async () => {
    const user = open('/community-assets')
    await pageWith('Community assets')
    const asked = answers('get', '/api/assets', { items: [] } as never)

    await user.type(screen.getByRole('searchbox', { name: /Find by name/ }), 'shed{Enter}')

    expect(await screen.findByRole('heading', { name: 'Nothing matches ‘shed’' })).toBeVisible()
    expect(asked.at(-1)?.url.searchParams.get('search')).toBe('shed')
    expect(screen.getByRole('link', { name: 'Show all' })).toHaveAttribute('href', '/community-assets')
  })

  it('say so, and offer to try again, if they cannot be read', async () => {
    refuses('get', '/api/assets', 503, 'unavailable')
    const user = open('/community-assets')
    expect(await screen.findByText(/We cannot show the list right now/)).toBeVisible()

    answers('get', '/api/assets', { items: [anAsset()] } as never)
    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByText('Knit and Natter')).toBeVisible()
  })

  it('are added by leads', async () => {
    const sent = answers('post', '/api/assets', anAsset() as never)
    const user = open('/community-assets/new', { council: aLead() })
    await pageWith('Add to the list')

    await user.click(screen.getByRole('button', { name: 'Save and add' }))
    expect(screen.getAllByText('Enter a name')[0]).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Shed')
    await user.selectOptions(
      await screen.findByRole('combobox'),
      await screen.findByRole('option', { name: aHub().name }),
    )
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save and add' }))

    await waitFor(() => expect(sent[0]?.body).toEqual({ name: 'Shed', hubId: LIBRARY }))
    expect(await screen.findByText(/is on the list/)).toBeVisible()
  })

  it('are taken off the list with their details', async () => {
    const sent = answers('put', ONE, anAsset({}, { active: false }) as never)
    const user = open(EDIT, { council: aLead() })
    await pageWith('Change Knit and Natter')

    await user.click(screen.getByRole('button', { name: 'Take off the list' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.headers.get('If-Match')).toBe('"2"')
    expect(sent[0]?.body).toEqual({ details: anAsset().details, active: false })
    expect(await screen.findByText(/is off the list/)).toBeVisible()
  })

  it('show what another lead has saved beside what is typed', async () => {
    refuses('put', ONE, 412, 'stale-version')
    const user = open(EDIT, { council: aLead() })
    await pageWith('Change Knit and Natter')
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' too')
    answers('get', ONE, anAsset({ name: 'Wool Circle' }) as never, { headers: { ETag: '"3"' } })

    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByText('Wool Circle')).toBeVisible()
    const sent = answers('put', ONE, anAsset() as never)
    await user.click(screen.getByRole('button', { name: 'Save changes' }))
    await waitFor(() => expect(sent[0]?.headers.get('If-Match')).toBe('"3"'))
    // The page drops its draft after the answer, which must not be the draft of the next test.
    await waitFor(() => expect(window.location.pathname).toBe('/community-assets'))
  })

  it('come back after a reload as they were typed', async () => {
    const user = open('/community-assets/new', { council: aLead() })
    await pageWith('Add to the list')
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Shed')
    await waitFor(async () =>
      expect(await readDraft(new Request(window.location.href))).toMatchObject({ name: 'Shed' }),
    )

    await reload({ council: aLead() })

    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Shed')
  })

  it('do not replace, after a reload, what another lead saved in between', async () => {
    const user = open(EDIT, { council: aLead() })
    await pageWith('Change Knit and Natter')
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' too')
    await waitFor(async () =>
      expect(await readDraft(new Request(window.location.href))).toMatchObject({
        values: { name: 'Knit and Natter too' },
      }),
    )
    answers('get', ONE, anAsset({ name: 'Wool Circle' }) as never, { headers: { ETag: '"3"' } })
    const sent = answers('put', ONE, anAsset() as never)

    const again = await reload({ council: aLead() })
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Knit and Natter too')
    await again.click(screen.getByRole('button', { name: 'Save changes' }))

    await waitFor(() => expect(sent[0]?.headers.get('If-Match')).toBe('"2"'))
    await waitFor(() => expect(window.location.pathname).toBe('/community-assets'))
  })

  it('are imported from a file, once it is said what would change', async () => {
    answers('post', '/api/assets/import/preview', aReport({ added: 2, changed: 0 }) as never)
    const sent = answers('post', '/api/assets/import', aReport({ added: 2, changed: 0 }) as never)
    const user = open('/community-assets/import', { council: aLead() })
    await pageWith('Import a list of community assets')

    await user.upload(screen.getByLabelText('Choose a CSV file'), new File(['name'], 'a.csv', { type: 'text/csv' }))
    await user.click(screen.getByRole('button', { name: 'Check this file' }))
    await pageWith('Check what will change')
    expect(screen.getByRole('columnheader', { name: 'What it offers' })).toBeVisible()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Import 2' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(await screen.findByText('The file is imported: 2 added')).toBeVisible()
  })
})
