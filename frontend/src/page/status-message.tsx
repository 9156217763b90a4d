import { useState, type ReactNode } from 'react'
import { NotificationBanner } from '../govuk/notification-banner'

/**
 * The result of the last action on a page that stays open. Each is announced, even with the same words; '' clears it.
 */
export function useStatusMessage(): { say: (text: string) => void; banner: ReactNode } {
  const [said, setSaid] = useState({ text: '', nth: 0 })
  return {
    say: (text) => setSaid(({ nth }) => ({ text, nth: nth + 1 })),
    banner: said.text && (
      <NotificationBanner success key={said.nth}>
        {said.text}
      </NotificationBanner>
    ),
  }
}
