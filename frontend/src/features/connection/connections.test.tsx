import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aConclusion, aConnection, aConversation, anAsset, aPractitioner, MARGARET } from '../../test/builders'
import { readDraft } from '../../page/draft'
import { expectAccessible, open, reload } from '../../test/open'
import { answers } from '../../test/server'

const RECORD = aConversation().id
const ADDRESS = `/conversations/${RECORD}`
const CONNECTIONS = `/api${ADDRESS}/connections`
const ONE = `${CONNECTIONS}/${aConnection().id}`

async function section() {
  return within(await screen.findByRole('region', { name: 'Connections in the community' }, { timeout: 5_000 }))
}

beforeEach(() => {
  answers('get', `/api${ADDRESS}`, aConversation() as never, { headers: { ETag: '"3"' } })
  answers('get', `/api/people/${MARGARET}/conversations`, { items: [] })
  answers('post', `/api${ADDRESS}/writers/me`, { writers: [], boxes: [], version: 3 })
  answers('delete', `/api${ADDRESS}/writers/me`, undefined, { status: 204 })
  answers('get', `/api${ADDRESS}/conclusion`, aConclusion() as never)
  answers('get', '/api/conversations', { items: [] })
  answers('get', '/api/assets', { items: [anAsset()] } as never)
})

describe('the connections of a record', () => {
  it('are found on the list while the name is typed, by the keyboard alone', async () => {
    const sent = answers('post', CONNECTIONS, aConnection() as never)
    const user = open(ADDRESS, { council: aPractitioner() })
    const connections = await section()
    await user.click(await connections.findByRole('button', { name: 'Add a connection' }))

    await user.type(connections.getByRole('combobox'), 'kni')
    expect(await connections.findByRole('option', { name: /Knit and Natter/ })).toBeVisible()
    await user.keyboard('{Enter}')
    expect(connections.getByRole('combobox')).toHaveValue('Knit and Natter')
    await user.click(connections.getByRole('radio', { name: 'Told about' }))
    await user.click(connections.getByRole('radio', { name: 'The person' }))
    await expectAccessible()
    answers('get', CONNECTIONS, { items: [aConnection()] } as never)
    await user.click(connections.getByRole('button', { name: 'Add a connection' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({ assetId: anAsset().id, way: 'told', contact: 'person' })
    expect(await connections.findByText('The person will make contact.')).toBeVisible()
  })

  it('may have a name that is not on the list, and say what is missing', async () => {
    answers('get', '/api/assets', { items: [] })
    const sent = answers('post', CONNECTIONS, aConnection() as never)
    const user = open(ADDRESS, { council: aPractitioner() })
    const connections = await section()
    await user.click(await connections.findByRole('button', { name: 'Add a connection' }))

    await user.click(connections.getByRole('button', { name: 'Add a connection' }))
    expect(connections.getAllByText('Enter the name of a group, place or activity')[0]).toBeVisible()
    expect(connections.getAllByText('Select who will make contact')[0]).toBeVisible()
    expect(sent).toEqual([])
    await user.type(connections.getByRole('combobox'), 'The choir')
    await user.click(connections.getByRole('radio', { name: 'Introduced to' }))
    await user.click(connections.getByRole('radio', { name: 'We' }))
    await user.click(connections.getByRole('button', { name: 'Add a connection' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({ name: 'The choir', way: 'introduced', contact: 'council' })
  })

  it('say why they did not come about', async () => {
    answers('get', CONNECTIONS, { items: [aConnection()] } as never)
    const sent = answers('put', ONE, aConnection({ status: 'not-happened', reason: 'Too far' }) as never)
    const user = open(ADDRESS, { council: aPractitioner() })
    const connections = await section()

    await user.click(await connections.findByRole('button', { name: /It did not come about/ }))
    await user.click(connections.getByRole('button', { name: 'Save as not come about' }))
    expect(sent).toEqual([])
    await user.type(connections.getByLabelText('Why did it not come about?'), 'Too far')
    await user.click(connections.getByRole('button', { name: 'Save as not come about' }))

    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.headers.get('If-Match')).toBe('"1"')
    expect(sent[0]?.body).toEqual({ details: aConnection().details, status: 'not-happened', reason: 'Too far' })
  })

  it('need a reason for a change once the record is finished', async () => {
    answers('get', `/api${ADDRESS}`, aConversation({ status: 'finished' }) as never, { headers: { ETag: '"3"' } })
    answers('get', CONNECTIONS, { items: [aConnection()] } as never)
    const user = open(ADDRESS, { council: aPractitioner() })
    const connections = await section()

    await user.click(await connections.findByRole('button', { name: /^Change/ }))
    await user.click(connections.getByRole('button', { name: 'Save connection' }))

    expect(connections.getAllByText('Enter why you change it')[0]).toBeVisible()
    expect(connections.queryByRole('button', { name: /Take out/ })).toBeNull()
  })

  it('come back after a reload as they were typed, beside a step that was typed', async () => {
    const user = open(ADDRESS, { council: aPractitioner() })
    const connections = await section()
    await user.click(await connections.findByRole('button', { name: 'Add a connection' }))
    await user.type(connections.getByRole('combobox'), 'The choir')
    await user.type(screen.getByLabelText('Add a next step'), 'ring Colin')
    await waitFor(async () =>
      expect(await readDraft(new Request(window.location.href))).toMatchObject({
        'connection-new': { name: 'The choir' },
        step: { line: 'ring Colin' },
      }),
    )

    await reload({ council: aPractitioner() })

    expect(await (await section()).findByRole('combobox')).toHaveValue('The choir')
    expect(await screen.findByLabelText('Add a next step')).toHaveValue('ring Colin')
  })
})
