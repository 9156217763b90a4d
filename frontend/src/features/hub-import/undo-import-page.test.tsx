import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aHub, aLead, anId, anUndo, MORNING } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const IMPORT = anId(65)
const UNDO = `/api/hubs/imports/${IMPORT}/undo`

describe('an import that is undone', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: MORNING, toFake: ['Date'] })
    answers('get', '/api/hubs', { items: [aHub()], total: 1 } as never)
  })

  it('is found for a day, says which hubs stay and why, and is undone once', async () => {
    const done = { importedByName: 'Lena Marsh', importedAt: '2026-11-24T09:12:00Z', undoUntil: '2026-11-25T09:12:00Z' }
    answers('get', '/api/hubs/imports', {
      items: [
        { id: IMPORT, added: 2901, changed: 10, undone: false, ...done },
        { id: anId(66), added: 1, changed: 0, undone: true, ...done },
      ],
    })
    answers('post', `${UNDO}/preview`, anUndo())
    const sent = answers('post', UNDO, anUndo())
    const user = open('/hubs/import', { council: aLead() })
    await pageWith('Import from a file')
    const imports = within(await screen.findByRole('table', { name: 'Imports of the last day' }))
    expect(imports.getByText('2,901 added and 10 changed')).toBeVisible()
    expect(imports.getByText('Undone')).toBeVisible()
    await expectAccessible()
    await user.click(imports.getByRole('link', { name: /^Undo/ }))

    await pageWith('Undo an import')
    expect(await screen.findByText('2,899 were added, and are removed')).toBeVisible()
    const stays = within(screen.getByRole('table', { name: 'Not undone' }))
    expect(stays.getByText('It was changed since')).toBeVisible()
    await expectAccessible()
    await user.dblClick(screen.getByRole('button', { name: 'Undo this import' }))

    await pageWith('Hubs')
    expect(screen.getByRole('alert')).toHaveTextContent('The import is undone. Removed: 2,899. Changed back: 10')
    expect(sent).toHaveLength(1)
  })

  it('says so once another member of staff has undone it', async () => {
    answers('post', `${UNDO}/preview`, anUndo({ stays: [], stayCount: 0 }))
    refuses('post', UNDO, 409, 'import-undone')
    const user = open(`/hubs/imports/${IMPORT}/undo`, { council: aLead() })
    await user.click(await screen.findByRole('button', { name: 'Undo this import' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('This import was undone already')
  })

  it('offers nothing where nothing can be undone, or after a day', async () => {
    answers('post', `${UNDO}/preview`, anUndo({ removed: 0, restored: 0 }))
    open(`/hubs/imports/${IMPORT}/undo`, { council: aLead() })
    expect(await screen.findByText(/all have been used or changed since/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Undo this import' })).toBeNull()
  })

  it('says so after a day', async () => {
    refuses('post', `${UNDO}/preview`, 409, 'import-too-old')
    open(`/hubs/imports/${IMPORT}/undo`, { council: aLead() })
    expect(await screen.findByText(/within a day, which is over/)).toBeVisible()
  })

  it('is not for hub staff', async () => {
    open(`/hubs/imports/${IMPORT}/undo`)
    await pageWith('You cannot see this page')
  })
})
