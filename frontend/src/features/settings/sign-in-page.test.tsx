import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aLead, aSignInProvider, OWN_SETTINGS } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const PROVIDER = '/api/settings/sign-in-provider'
const HEADING = 'Connect your council sign-in'
const TAG = { headers: { ETag: '"2"' } }

const start = (some?: object) => {
  answers('get', '/api/settings', OWN_SETTINGS as never)
  answers('get', PROVIDER, aSignInProvider(some) as never, TAG)
  return open('/settings/sign-in', { council: aLead() })
}

describe('the council’s own sign-in', () => {
  it('says that the operator confirms a domain first', async () => {
    start({ domains: [], issuer: undefined, clientId: undefined, groupsClaim: undefined, roles: [], enabled: false })
    await pageWith(HEADING)

    expect(screen.getByText(/First the operator of Alongside confirms the email domains/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
    await expectAccessible()
  })

  it('begins with what is saved, without the secret, and sends an empty secret as none', async () => {
    const user = start()
    const sent = answers('put', PROVIDER, aSignInProvider() as never)
    await pageWith(HEADING)
    expect(screen.getByLabelText('Client secret')).toHaveValue('')
    expect(screen.getByLabelText('Client secret')).toHaveAccessibleDescription(/A secret is kept/)
    expect(screen.getByText(/oauth2\/authorization\/sign-in\?through=/)).toBeVisible()
    expect(screen.getByRole('row', { name: /Lena Marsh/ })).toBeVisible()
    expect(screen.getByText('Amir Khan')).toBeVisible()
    await expectAccessible()

    await user.click(screen.getByRole('button', { name: 'Add another group' }))
    const third = screen.getByRole('group', { name: 'Group 3' })
    await user.type(within(third).getByRole('textbox'), ' Viewers ')
    await user.selectOptions(within(third).getByRole('combobox'), 'viewer')
    await user.click(screen.getByRole('radio', { name: 'No, it is off' }))
    await user.dblClick(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText('Your changes are saved')).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers.get('If-Match')).toBe('"2"')
    expect(sent[0]?.body).toEqual({
      issuer: 'https://login.example/larkshire/v2.0',
      clientId: '5b6fd9de-0000-0000-0000-000000000000',
      groupsClaim: 'groups',
      roles: [
        { group: 'Alongside leads', role: 'lead' },
        { group: 'Alongside hubs', role: 'hub-staff' },
        { group: 'Viewers', role: 'viewer' },
      ],
      enabled: false,
    })
  })

  it('says what is missing before it is sent', async () => {
    const user = start({ issuer: undefined, clientId: undefined, roles: [], enabled: false })
    await pageWith(HEADING)

    await user.click(screen.getByRole('radio', { name: 'Yes, it is on' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))

    const summary = screen.getByRole('alert')
    expect(within(summary).getByText('Enter the address of the issuer')).toBeVisible()
    expect(within(summary).getByText('Enter the application ID')).toBeVisible()
    expect(within(summary).getByText(/Enter at least one group/)).toBeVisible()
    await expectAccessible()
  })

  it('says in words what a test found', async () => {
    const user = start()
    const sent = answers('post', `${PROVIDER}/test`, {
      steps: [
        { step: 'discovery', outcome: 'works' },
        { step: 'client', outcome: 'client-rejected' },
        { step: 'newer-step', outcome: 'newer-outcome' },
      ],
    })
    await pageWith(HEADING)
    await user.type(screen.getByLabelText('Client secret'), 'hidden')

    screen.getByRole('button', { name: 'Test the connection' }).focus()
    await user.keyboard('{Enter}')

    const found = await screen.findByRole('heading', { name: 'What the test found' })
    expect(found).toBeVisible()
    expect(screen.getByText(/It rejects the application ID or the secret/)).toBeVisible()
    expect(sent[0]?.body).toMatchObject({ clientSecret: 'hidden' })
    await expectAccessible()
  })

  it('puts what the service rejects beside its field', async () => {
    const user = start()
    refuses('put', PROVIDER, 400, 'invalid', { errors: [{ pointer: '#/issuer', code: 'NoDiscoveryDocument' }] })
    await pageWith(HEADING)

    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByLabelText('Address of the issuer')).toHaveAccessibleDescription(
      /There is no discovery document at this address/,
    )
  })

  it('says when another lead has changed it, and keeps what was typed', async () => {
    const user = start()
    refuses('put', PROVIDER, 412, 'stale-version')
    await pageWith(HEADING)
    await user.type(screen.getByLabelText('Application ID (client ID)'), '-new')

    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(/Another lead changed this/)
    expect(screen.getByLabelText('Application ID (client ID)')).toHaveValue('5b6fd9de-0000-0000-0000-000000000000-new')
  })

  it('is a row of the settings', async () => {
    answers('get', '/api/settings', OWN_SETTINGS as never)
    answers('get', PROVIDER, aSignInProvider() as never, TAG)
    open('/settings', { council: aLead() })

    expect(await screen.findByText('On, for larkshire.example')).toBeVisible()
  })
})
