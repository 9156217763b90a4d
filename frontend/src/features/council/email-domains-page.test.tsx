import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCouncilRecord, anOperator, LARKSHIRE } from '../../test/builders'
import { expectAccessible, open as openPage, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const COUNCIL = `/api/councils/${LARKSHIRE}`
const DOMAINS = `${COUNCIL}/email-domains`
const TAG = { headers: { ETag: '"1"' } }
const open = (path: string) => openPage(`/councils/${LARKSHIRE}${path}`, { session: anOperator() })

beforeEach(() => {
  answers('get', COUNCIL, aCouncilRecord() as never, TAG)
  answers('get', `${COUNCIL}/set-up`, { status: 'live', tasks: [], leads: 1, steps: [], version: 7 } as never)
  answers('get', `${COUNCIL}/members`, { items: [], next: null } as never)
  answers('get', DOMAINS, { domains: ['larkshire.example'], providerOn: true, version: 1 }, TAG)
})

describe('the email domains of a council', () => {
  it('are confirmed by the operator, one on each line', async () => {
    const user = open('/email-domains')
    const sent = answers('put', DOMAINS, { domains: [], providerOn: true, version: 2 })
    await pageWith(/^Email domains of/)
    expect(screen.getByText(/The council’s own sign-in is on/)).toBeVisible()
    await expectAccessible()

    await user.type(screen.getByLabelText('Domains'), '\nlarks.example, ')
    await user.dblClick(screen.getByRole('button', { name: 'Confirm these domains' }))

    expect(await screen.findByText('The email domains are confirmed')).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers.get('If-Match')).toBe('"1"')
    expect(sent[0]?.body).toEqual({ domains: ['larkshire.example', 'larks.example'] })
  })

  it('are not another council’s', async () => {
    const user = open('/email-domains')
    refuses('put', DOMAINS, 400, 'invalid', { errors: [{ pointer: '#/domains', code: 'DomainTaken' }] })
    await pageWith(/^Email domains of/)

    await user.click(screen.getByRole('button', { name: 'Confirm these domains' }))

    expect(await screen.findByLabelText('Domains')).toHaveAccessibleDescription(/Another council has one of these/)
    await expectAccessible()
  })

  it('stay while the council’s sign-in is on', async () => {
    const user = open('/email-domains')
    refuses('put', DOMAINS, 409, 'email-domain-in-use')
    await pageWith(/^Email domains of/)

    await user.click(screen.getByRole('button', { name: 'Confirm these domains' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(/Ask a lead to turn it off first/)
  })

  it('are on the council’s page', async () => {
    open('')

    expect(await screen.findByText('larkshire.example')).toBeVisible()
  })
})
