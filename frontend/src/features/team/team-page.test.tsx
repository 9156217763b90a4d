import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aLead, aMember, anId, anInvitation, INVITATION_TEXT } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const LENA = anId(71)

function team(activeLeads = 2) {
  answers('get', '/api/members', {
    items: [aMember('Lena Marsh', { id: LENA, roles: ['lead'], version: 3 }), aMember('Priya Nair')],
    activeLeads,
  } as never)
}

function invitations(...open: object[]) {
  answers('get', '/api/invitations', { items: open } as never)
}

describe('the team', () => {
  it('shows members and open invitations', async () => {
    team()
    invitations(anInvitation('amir@larkshire.example', { status: 'expired' }))
    open('/team', { council: aLead() })

    await pageWith('Your team')
    expect(await screen.findByRole('row', { name: /Priya Nair.*Hub staff.*Active/ })).toBeVisible()
    expect(await screen.findByRole('row', { name: /amir@larkshire.example.*Lena Marsh.*Expired/ })).toBeVisible()
    expect(screen.queryByText(/There must be at least 2/)).not.toBeInTheDocument()
    await expectAccessible()
  })

  it('shows machine clients apart from people', async () => {
    const machine = aMember('Import', { clientId: 'larkshire-import', roles: ['lead'] })
    delete (machine as Partial<typeof machine>).email
    answers('get', '/api/members', { items: [aMember('Priya Nair'), machine], activeLeads: 2 } as never)
    invitations()
    open('/team', { council: aLead() })

    const machines = within(await screen.findByRole('table', { name: 'Machine clients' }))
    expect(machines.getByRole('row', { name: /Import.*Machine client larkshire-import/ })).toBeVisible()
    expect(machines.queryByText('Priya Nair')).toBeNull()
    expect(screen.getAllByRole('row', { name: /Import/ })).toHaveLength(1)
  })

  it('says when there is only one lead', async () => {
    team(1)
    invitations()
    open('/team', { council: aLead() })

    await pageWith('Your team')
    expect(screen.getByText(/There must be at least 2/)).toBeVisible()
    expect(await screen.findByText('There are no open invitations.')).toBeVisible()
  })

  it('shows the rest when the invitations cannot be had', async () => {
    team()
    refuses('get', '/api/invitations', 503, 'unavailable')
    open('/team', { council: aLead() })

    expect(await screen.findByText(/cannot show the invitations right now/)).toBeVisible()
    expect(screen.getByRole('row', { name: /Priya Nair/ })).toBeVisible()
  })

  it('is not for those who may not see it', async () => {
    open('/team')

    await pageWith('You cannot see this page')
  })

  it('refuses that the last lead goes', async () => {
    team(1)
    invitations()
    refuses('put', `/api/members/${LENA}`, 409, 'last-lead')
    const user = open(`/team/members/${LENA}`, { council: aLead() })
    await pageWith('Change Lena Marsh')
    await expectAccessible()

    await user.click(screen.getByLabelText('No, suspend them'))
    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    expect(await screen.findByRole('link', { name: /needs one active lead/ })).toBeVisible()
  })

  it('shows what another member of staff changed of a member, and saves over it only when asked again', async () => {
    team()
    const put = refuses('put', `/api/members/${LENA}`, 412, 'stale-version')
    const user = open(`/team/members/${LENA}`, { council: aLead() })
    await pageWith('Change Lena Marsh')
    await user.click(screen.getByLabelText('Practitioner'))
    const now = { id: LENA, roles: ['lead', 'viewer'] as never, status: 'suspended' as const, version: 4 }
    answers('get', '/api/members', { items: [aMember('Lena Marsh', now)], activeLeads: 1 } as never)

    await user.click(screen.getByRole('button', { name: 'Save changes' }))

    const changed = await screen.findByRole('link', { name: /Someone else changed this member/ })
    expect(changed).toHaveAttribute('href', '#different')
    expect(screen.getByRole('row', { name: /^What may they do\? Lead, Viewer Practitioner, Lead$/ })).toBeVisible()
    expect(screen.getByRole('row', { name: /^Can they sign in to this council\? No, suspend them Yes$/ })).toBeVisible()
    expect(screen.queryByRole('row', { name: /^Full name/ })).toBeNull()
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Save changes' }))
    expect(put.map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"'])
  })
})

describe('a new one-time password', () => {
  const PASSWORD = `/api/members/${LENA}/one-time-password`

  it('goes to the member’s own address and is not shown', async () => {
    team()
    invitations()
    const asked = answers('post', PASSWORD, undefined, { status: 204 })
    const user = open(`/team/members/${LENA}`, { council: aLead() })
    await pageWith('Change Lena Marsh')
    expect(screen.getByText(/It goes to lena@larkshire.example/)).toBeVisible()

    await user.dblClick(screen.getByRole('button', { name: 'Email a new one-time password' }))

    await pageWith('Your team')
    expect(screen.getByRole('alert')).toHaveTextContent('an email with a one-time password, to lena@larkshire.example')
    expect(asked).toHaveLength(1)
  })

  it('comes from the operator for a person who works for another council too', async () => {
    team()
    invitations()
    refuses('post', PASSWORD, 409, 'ask-the-operator')
    const user = open(`/team/members/${LENA}`, { council: aLead() })
    await pageWith('Change Lena Marsh')

    await user.click(screen.getByRole('button', { name: 'Email a new one-time password' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Ask the operator of Alongside to reset it')
    await expectAccessible()
  })
})

describe('a reset of the second step', () => {
  const RESET = `/api/members/${LENA}/second-factor-reset`

  it('asks for a reason first', async () => {
    team()
    invitations()
    const asked = answers('post', RESET, undefined, { status: 204 })
    const user = open(`/team/members/${LENA}`, { council: aLead() })
    await pageWith('Change Lena Marsh')

    await user.click(await screen.findByRole('button', { name: 'Reset the second step' }))
    await user.click(screen.getByRole('button', { name: 'Reset it and sign them out' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Choose why you reset the second step')
    await expectAccessible()
    await user.click(screen.getByLabelText('They have lost their phone or passkey'))
    await user.dblClick(screen.getByRole('button', { name: 'Reset it and sign them out' }))

    await pageWith('Your team')
    expect(screen.getByRole('alert')).toHaveTextContent('The second step of Lena Marsh is reset')
    expect(asked).toHaveLength(1)
  })

  it('is refused for the lead’s own', async () => {
    team()
    invitations()
    refuses('post', RESET, 409, 'own-second-factor')
    const user = open(`/team/members/${LENA}`, { council: aLead() })
    await pageWith('Change Lena Marsh')

    await user.click(await screen.findByRole('button', { name: 'Reset the second step' }))
    await user.click(screen.getByLabelText('They have a new phone or computer'))
    await user.click(screen.getByRole('button', { name: 'Reset it and sign them out' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('Ask another lead')
  })

  it('is not offered for the lead’s own', async () => {
    team()
    invitations()
    answers('get', `/api/members/${LENA}/second-factor`, { setUp: true, own: true })
    open(`/team/members/${LENA}`, { council: aLead() })
    await pageWith('Change Lena Marsh')

    expect(await screen.findByText(/Only another lead can reset your own second step/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Reset the second step' })).toBeNull()
    await expectAccessible()
  })

  it('is not offered for a member who has none', async () => {
    team()
    invitations()
    const asked = answers('get', `/api/members/${LENA}/second-factor`, { setUp: false, own: false })
    open(`/team/members/${LENA}`, { council: aLead() })
    await pageWith('Change Lena Marsh')

    await waitFor(() => expect(asked).toHaveLength(1))
    expect(screen.queryByText('Second step')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Reset the second step' })).toBeNull()
  })
})

describe('inviting', () => {
  const PREVIEW = {
    subject: 'Larkshire Council: an invitation to Alongside',
    text: INVITATION_TEXT,
    addresses: [
      { email: 'amir@larkshire.example', verdict: 'sent' },
      { email: 'lena@larkshire.example', verdict: 'already-a-member' },
    ],
  }

  async function ask(user: ReturnType<typeof open>, emails: string) {
    await pageWith('Invite people to your team')
    await user.click(screen.getByLabelText('Work email addresses'))
    await user.paste(emails)
    await user.click(screen.getByLabelText('Hub staff'))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
  }

  it('shows the email first and then sends it', async () => {
    team()
    invitations()
    const previewed = answers('post', '/api/invitations/preview', PREVIEW as never)
    const sent = answers('post', '/api/invitations', { items: PREVIEW.addresses } as never, { status: 201 })
    const user = open('/team/invite', { council: aLead() })

    await ask(user, 'Amir Patel <amir@larkshire.example>; lena@larkshire.example')

    await pageWith('Check the invitation before you send it')
    expect(previewed[0]?.body).toEqual({
      emails: ['amir@larkshire.example', 'lena@larkshire.example'],
      roles: ['hub-staff'],
    })
    expect(screen.getByText('lena@larkshire.example is already a member')).toBeVisible()
    expect(screen.getByText(/The link works once/)).toBeVisible()
    await expectAccessible()
    await user.dblClick(screen.getByRole('button', { name: 'Send 1 invitation' }))

    await pageWith('Your team')
    expect(screen.getByRole('alert')).toHaveTextContent('1 invitation is on its way')
    expect(sent).toHaveLength(1)
  })

  it('names what is no address, and what is missing', async () => {
    const user = open('/team/invite', { council: aLead() })
    await pageWith('Invite people to your team')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByText('Enter at least one work email address')).toBeVisible()
    expect(within(summary).getByText('Select at least one role')).toBeVisible()
    expect(document.title).toMatch(/^Error: /)

    await ask(user, 'amir@larkshire.example, amir')

    expect(await screen.findByRole('link', { name: /^amir is not an email address/ })).toBeVisible()
    await expectAccessible()
  })

  it('takes 50 addresses at most', async () => {
    const user = open('/team/invite', { council: aLead() })

    await ask(user, Array.from({ length: 51 }, (_, at) => `p${at}@larkshire.example`).join('\n'))

    expect(await screen.findByRole('link', { name: /50 email addresses or fewer. You entered 51/ })).toBeVisible()
  })

  it('keeps what was typed on the way back', async () => {
    answers('post', '/api/invitations/preview', PREVIEW as never)
    const user = open('/team/invite', { council: aLead() })
    await ask(user, 'amir@larkshire.example')
    await pageWith('Check the invitation before you send it')

    window.history.back()

    await pageWith('Invite people to your team')
    expect(screen.getByLabelText('Work email addresses')).toHaveValue('amir@larkshire.example')
  })
})

describe('an invitation', () => {
  const AMIR = anInvitation('amir@larkshire.example', { id: anId(81) })

  it('is sent again', async () => {
    team()
    invitations(AMIR)
    const sent = answers('post', `/api/invitations/${AMIR.id}/send-again`, AMIR as never)
    const user = open(`/team/invitations/${AMIR.id}`, { council: aLead() })
    await pageWith('Invitation for amir@larkshire.example')
    expect(document.title).not.toContain('amir')
    await expectAccessible()

    await user.dblClick(screen.getByRole('button', { name: 'Send another email' }))

    await pageWith('Your team')
    expect(screen.getByRole('alert')).toHaveTextContent('Another email to amir@larkshire.example is on its way')
    expect(sent).toHaveLength(1)
  })

  it('that has been accepted since says so', async () => {
    team()
    invitations(AMIR)
    refuses('post', `/api/invitations/${AMIR.id}/revoke`, 409, 'invitation-used')
    const user = open(`/team/invitations/${AMIR.id}`, { council: aLead() })
    await pageWith('Invitation for amir@larkshire.example')

    await user.click(screen.getByRole('button', { name: 'Take this invitation back' }))

    expect(await screen.findByText(/was accepted in the meantime/)).toBeVisible()
  })
})
