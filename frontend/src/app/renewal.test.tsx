import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { browser } from '../api/browser'
import { aSession } from '../test/builders'
import { open, pageWith } from '../test/open'

describe('the sign-in of a council', () => {
  it('is asked again when the next page is opened', async () => {
    const go = vi.spyOn(browser, 'go').mockReturnValue(undefined)
    const user = open('/people', { session: aSession({ throughCouncil: true, renewIn: 0 }) })
    await pageWith('People')
    expect(go).not.toHaveBeenCalled()

    await user.click(screen.getByRole('link', { name: /\(your sign-ins\)/ }))

    await waitFor(() => expect(go).toHaveBeenCalledWith('/sign-ins'))
  })

  it.each([{ renewIn: null }, { renewIn: 1800 }])(
    'is not asked again before its time: $renewIn',
    async ({ renewIn }) => {
      const go = vi.spyOn(browser, 'go').mockReturnValue(undefined)
      const user = open('/people', { session: aSession({ renewIn }) })
      await pageWith('People')

      await user.click(screen.getByRole('link', { name: /\(your sign-ins\)/ }))

      await pageWith('Your sign-ins')
      expect(go).not.toHaveBeenCalled()
    },
  )
})
