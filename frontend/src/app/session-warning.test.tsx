import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionWarning } from './session-warning'

/** The answer of the gateway: the seconds that are left, that it cannot be reached, or nothing yet. */
let answer: number | 'unreachable' | 'waiting'
let asked = 0
let used = 0

const json = (status: number, body: object) => ({ ok: status === 200, status, json: async () => body }) as Response

function gateway(address: unknown): Promise<Response> {
  if (String(address).endsWith('/session')) {
    used++
    return Promise.resolve(json(200, {}))
  }
  asked++
  if (answer === 'waiting') return new Promise(() => undefined)
  if (answer === 'unreachable') return Promise.reject(new TypeError('no network'))
  return Promise.resolve(json(answer === 0 ? 401 : 200, { seconds: answer }))
}

const left = (next: typeof answer) => {
  answer = next
}
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))
const dialog = () => screen.queryByRole('alertdialog')

describe('the warning before the session ends', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    vi.spyOn(globalThis, 'fetch').mockImplementation(gateway)
    asked = 0
    used = 0
  })

  it('appears two minutes before, with the focus on staying signed in', async () => {
    left(2640)
    render(<SessionWarning signedIn />)
    await pass(60)
    expect(dialog()).toBeNull()
    left(120)

    await pass(2519)
    expect(dialog()).toBeNull()
    await pass(1)

    expect(screen.getByRole('alertdialog', { name: 'Are you still there?' })).toHaveAccessibleDescription(
      'You will be signed out in 120 seconds, because Alongside has not been used for a while.',
    )
    expect(screen.getByRole('button', { name: 'Stay signed in' })).toHaveFocus()
    expect(asked).toBe(2)
  })

  it('counts in steps of 15 seconds, and each second at last', async () => {
    left(100)
    render(<SessionWarning signedIn />)
    await pass(60)
    left('waiting')
    expect(dialog()).toHaveTextContent('in 105 seconds')

    await pass(12)
    expect(dialog()).toHaveTextContent('in 90 seconds')
    await pass(69)
    expect(dialog()).toHaveTextContent('in 19 seconds')
    await pass(18)
    expect(dialog()).toHaveTextContent('in 1 second,')
  })

  it('uses the session only when asked to, and goes away', async () => {
    left(90)
    render(<SessionWarning signedIn />)
    await pass(60)
    expect(used).toBe(0)
    left(2700)

    await act(async () => screen.getByRole('button', { name: 'Stay signed in' }).click())

    expect(used).toBe(1)
    expect(dialog()).toBeNull()
  })

  it('goes away within five seconds where the session was used in another tab', async () => {
    left(90)
    render(<SessionWarning signedIn />)
    await pass(60)
    expect(dialog()).not.toBeNull()
    left(2700)

    await pass(5)

    expect(dialog()).toBeNull()
  })

  it('says that the session has ended, how to sign in and that nothing is lost, and no more once that was done', async () => {
    left(0)
    render(<SessionWarning signedIn />)
    await pass(60)
    const ended = within(screen.getByRole('alertdialog', { name: 'You have been signed out' }))
    expect(ended.getByRole('link', { name: 'Sign in again in a new tab' })).toHaveAttribute('target', '_blank')
    left(2700)

    await pass(5)

    expect(dialog()).toBeNull()
  })

  it('keeps the focus of the page, and its letters from acting behind it', async () => {
    const pressed = vi.fn()
    document.addEventListener('keydown', pressed)
    left(90)
    render(
      <>
        <input aria-label="Name" />
        <SessionWarning signedIn />
      </>,
    )
    screen.getByLabelText('Name').focus()
    await pass(60)
    const stay = screen.getByRole('button', { name: 'Stay signed in' })

    fireEvent.keyDown(stay, { key: 'b' })
    left(2700)
    await act(async () => stay.click())

    expect(pressed).not.toHaveBeenCalled()
    expect(dialog()).toBeNull()
    expect(screen.getByLabelText('Name')).toHaveFocus()
    document.removeEventListener('keydown', pressed)
  })

  it('asks again where the gateway cannot be reached, and asks nothing before sign-in', async () => {
    left('unreachable')
    const { unmount } = render(<SessionWarning signedIn />)
    await pass(65)
    expect(asked).toBe(2)
    expect(dialog()).toBeNull()
    unmount()

    render(<SessionWarning signedIn={false} />)
    await pass(120)

    expect(asked).toBe(2)
  })
})
