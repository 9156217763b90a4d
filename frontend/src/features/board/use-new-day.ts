import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { Day } from '../../api/types'
import { paths } from '../../page/paths'
import { today, type Day as CalendarDay } from '../../text/dates'

/** Whether a person waits or is in conversation, so that this day goes on after midnight. */
export function someoneIsHere(day: Day): boolean {
  const here = ['arrived', 'in-conversation', 'waiting']
  return (
    day.walkIns.some(({ status }) => here.includes(status)) ||
    day.sessions.some(({ slots }) => slots.some(({ bookings }) => bookings.some(({ status }) => here.includes(status))))
  )
}

/** Moves a board of today that is left open to the new day, unless it is busy. */
export function useNewDay(hubId: string, date: CalendarDay, now: Date, busy: boolean) {
  const navigate = useNavigate()
  const wasToday = useRef<CalendarDay>(undefined)
  useEffect(() => {
    const is = today(now)
    if (date === is) wasToday.current = date
    else if (wasToday.current === date && !busy) void navigate(paths.day(hubId, is), { replace: true })
  }, [hubId, date, now, busy, navigate])
}
