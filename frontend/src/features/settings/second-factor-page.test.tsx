import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aLead, OWN_SETTINGS } from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const RULE = '/api/settings/second-factor'

describe('who signs in with a second step', () => {
  it('begins with what the council has decided, and sends what a lead chooses', async () => {
    answers('get', '/api/settings', OWN_SETTINGS as never)
    const sent = answers('put', RULE, { everybody: true, version: 1 })
    const user = open('/settings/second-factor', { council: aLead() })
    await pageWith('Second step when staff sign in')
    expect(screen.getByRole('radio', { name: 'Leads and practitioners' })).toBeChecked()
    await expectAccessible()

    await user.click(screen.getByRole('radio', { name: 'Everybody on your staff' }))
    await user.dblClick(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByText('Your changes are saved')).toBeVisible()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toEqual({ everybody: true })
  })

  it('says when another lead has changed the settings', async () => {
    refuses('put', RULE, 412, 'stale-version')
    const user = open('/settings/second-factor', { council: aLead() })
    await pageWith('Second step when staff sign in')
    answers('get', RULE, { everybody: true, version: 1 })

    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(/Someone else changed the settings/)
    expect(screen.getByRole('row', { name: /Everybody on your staff.*Leads and practitioners/ })).toBeVisible()
    await expectAccessible()
  })
})
