import { useState } from 'react'
import { useNavigate } from 'react-router'
import { shortcuts } from '../../page/device-preferences'
import { paths } from '../../page/paths'
import type { Day as CalendarDay } from '../../text/dates'
import { useShortcuts } from './use-shortcuts'

interface ShortcutKeys {
  mayBook: boolean
  mayQueue: boolean
  panel: boolean
  hideNames: () => void
  hubId: string
  date: CalendarDay
}

/** Letters that act on the board, while they are on and no panel is open. */
export function useBoardShortcuts({ mayBook, mayQueue, panel, hideNames, hubId, date }: ShortcutKeys) {
  const navigate = useNavigate()
  const [on, setOn] = useState(shortcuts.on)
  useShortcuts(on && !panel, {
    ...(mayBook && { b: () => void navigate(paths.bookSomeone(hubId, date)) }),
    ...(mayQueue && { w: () => void navigate(paths.addWalkIn(hubId, date)) }),
    h: hideNames,
  })
  return {
    on,
    onSwitch: () => {
      shortcuts.turn(!on)
      setOn(!on)
    },
  }
}
