import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { anOperator } from '../../test/builders'
import { expectAccessible, open as openPage, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const open = () => openPage('/health', { session: anOperator() })

const GATEWAY = {
  version: '0.1.0',
  redisMemory: 0.12,
  certificates: [{ host: 'alongside.example', daysLeft: 60 }],
}

const SERVICE = {
  version: '0.1.0',
  postgresVersion: '18.6',
  wallHoles: 0,
  wallCheckedSecondsAgo: 7_300,
  queueDue: 0,
  queueOldestSeconds: 0,
  queueFailing: 0,
  auditUnsealed: 0,
  auditUnsealedSeconds: 0,
  auditDamaged: 0,
}

const TENANTS = { ...SERVICE, auditAnchoredSecondsAgo: 42 }

beforeEach(() => {
  answers('get', '/session/deployment', GATEWAY)
  answers('get', '/api/deployment', { tenantService: TENANTS, conversationsService: SERVICE })
})

const part = (name: string) => {
  const section = screen.getByRole('heading', { name }).closest('section')
  if (!section) throw new Error(name)
  return within(section)
}

describe('the health of the deployment', () => {
  it('is well in words', async () => {
    const user = open()
    await pageWith('Health')

    expect(await screen.findByText('Everything is well.')).toBeVisible()
    const gateway = part('Gateway Well')
    expect(gateway.getByText('12% used')).toBeVisible()
    expect(gateway.getByText('60 days left')).toBeVisible()
    expect(part('tenant-service Well').getByText('42 seconds ago')).toBeVisible()
    expect(part('conversations-service Well').getByText('Whole. Checked 2 hours ago')).toBeVisible()
    expect(part('conversations-service Well').queryByText('Exchange of audit anchors')).toBeNull()
    await expectAccessible()

    answers('get', '/session/deployment', { ...GATEWAY, redisMemory: 0.91 })
    await user.click(screen.getByRole('button', { name: 'Read again' }))
    expect(await screen.findByText('1 point needs attention.')).toBeVisible()
  })

  it('has a sentence and a runbook for each point that is not well', async () => {
    answers('get', '/session/deployment', {
      redisMemory: 0.85,
      certificates: [
        { host: 'alongside.example', daysLeft: 3 },
        { host: 'login.example', daysLeft: -1 },
        { host: 'other.example' },
      ],
    })
    answers('get', '/api/deployment', {
      tenantService: {
        ...TENANTS,
        queueDue: 3,
        queueOldestSeconds: 660,
        queueFailing: 1,
        auditAnchoredSecondsAgo: 9_000,
      },
      conversationsService: { ...SERVICE, wallHoles: 2, queueFailing: 1, auditUnsealed: 1, auditUnsealedSeconds: 400 },
    })
    open()
    await pageWith('Health')

    expect(await screen.findByText('9 points need attention.')).toBeVisible()
    expect(part('Gateway Needs attention').getByText(/When Redis is full, no one can sign in/)).toBeVisible()
    expect(screen.getByText(/Browsers refuse the address/)).toBeVisible()
    expect(screen.getByText(/3 are waiting, the oldest for 11 minutes. 1 failed and is tried again./)).toBeVisible()
    expect(screen.getByText(/2 holes/)).toBeVisible()
    const runbook = (of: string, about: string) =>
      part(of)
        .getByRole('link', { name: new RegExp(`about: ${about}`) })
        .getAttribute('href')
    const conversations = 'conversations-service Needs attention'
    const tenants = 'tenant-service Needs attention'
    expect(runbook(conversations, 'Wall between councils')).toBe('/gateway/runbooks/WallOpen')
    expect(runbook(conversations, 'Jobs, mails and deliveries')).toBe('/gateway/runbooks/JobsFail')
    expect(runbook(tenants, 'Jobs, mails and deliveries')).toBe('/gateway/runbooks/QueueLate')
    expect(runbook(tenants, 'Exchange of audit anchors')).toBe('/gateway/runbooks/AnchorsLate')
    await expectAccessible()
  })

  it('says that conversations-service does not answer', async () => {
    answers('get', '/api/deployment', { tenantService: TENANTS })
    open()
    await pageWith('Health')

    expect(
      await part('conversations-service Needs attention').findByText(/does not answer tenant-service/),
    ).toBeVisible()
    await expectAccessible()
  })

  it('shows the gateway while the services cannot be read, and reads them again', async () => {
    refuses('get', '/api/deployment', 503, 'unavailable')
    const user = open()
    await pageWith('Health')

    expect(await screen.findByRole('alert')).toHaveTextContent('We could not read how the services are.')
    expect(part('Gateway Well').getByText('12% used')).toBeVisible()
    await expectAccessible()

    answers('get', '/api/deployment', { tenantService: TENANTS, conversationsService: SERVICE })
    await user.click(within(screen.getByRole('alert')).getByRole('button'))
    expect(await screen.findByText('Everything is well.')).toBeVisible()
  })

  it('is for operators only', async () => {
    openPage('/health')

    await pageWith('Page not found')
  })
})
