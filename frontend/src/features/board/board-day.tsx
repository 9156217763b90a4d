import type { Day, PersonToTell } from '../../api/types'
import { useMay } from '../../page/authorities'
import { paths } from '../../page/paths'
import { today } from '../../text/dates'
import { WalkIns, type WalkInActions } from '../walk-in/walk-ins'
import { Counts } from './counts'
import { walkInsBySession } from './day-rows'
import { EmptyDay } from './empty-day'
import { GoToNow } from './go-to-now'
import type { RowActions } from './row-actions'
import { SessionTable } from './session-table'
import { ShortcutSwitch } from './shortcut-switch'
import type { useBoardShortcuts } from './use-board-shortcuts'
import type { useBoardSteps } from './use-board-steps'

interface BoardDayProps {
  day: Day
  /** The council's word for a talking point. */
  name: string
  now: Date
  namesHidden: boolean
  peopleToTell: PersonToTell[]
  mayBook: boolean
  /** Whether people can be checked in and walk-ins added: on the day itself. */
  mayQueue: boolean
  /** Whether conversations can be started and finished: also after midnight. */
  mayFinish: boolean
  steps: ReturnType<typeof useBoardSteps>
  shortcut: ReturnType<typeof useBoardShortcuts>
}

/** The sessions of a day with their people, and its walk-ins. */
export function BoardDay({
  day,
  name,
  now,
  namesHidden,
  peopleToTell,
  mayBook,
  mayQueue,
  mayFinish,
  steps,
  shortcut,
}: BoardDayProps) {
  const may = useMay()
  const { date } = day
  const hubId = day.hub.id
  const past = date < today(now)
  const actions: RowActions = {
    hideNames: namesHidden,
    bookAddress: mayBook ? (slot) => paths.bookSomeone(hubId, date, slot.id) : undefined,
    onStep: mayFinish ? steps.stepBooking : undefined,
    mayCheckIn: mayQueue,
    changing: steps.changingBooking,
    extendAddress: may('slot:extend') ? (slot) => paths.extraPlace(hubId, date, slot.id) : undefined,
    sessionAddress: may('session:write') && !past ? ({ id }) => paths.session(id) : undefined,
    paperAddress: may('booking:write') && date <= today(now) ? ({ id }) => paths.paper(hubId, date, id) : undefined,
    headcountAddress:
      may('booking:write') && date <= today(now) ? ({ id }) => paths.headcount(hubId, date, id) : undefined,
    changeAddress: may('booking:write') ? (booking) => paths.booking(hubId, date, booking.id) : undefined,
    recordAddress:
      may('booking:write') && past ? (booking) => paths.recordAttendance(hubId, date, booking.id) : undefined,
    conversationAddress: may('conversation:write') ? ({ id }) => paths.newConversation('booking', id) : undefined,
    toTell: (booking) => peopleToTell.find(({ bookingId }) => bookingId === booking.id),
  }
  const walkInActions: WalkInActions = {
    hideNames: namesHidden,
    onStep: mayFinish ? steps.stepWalkIn : undefined,
    changeAddress: may('booking:write') ? (walkIn) => paths.walkIn(hubId, date, walkIn.id) : undefined,
    conversationAddress: may('conversation:write') ? ({ id }) => paths.newConversation('walkIn', id) : undefined,
    changing: steps.changingWalkIn,
  }
  const among = walkInsBySession(date, day.sessions, day.walkIns)
  const nowSlot =
    date === today(now)
      ? day.sessions.flatMap(({ slots }) => slots).find(({ endsAt }) => new Date(endsAt) > now)
      : undefined
  return (
    <>
      <div className="board__day">
        {day.sessions.length === 0 ? (
          <EmptyDay day={day} />
        ) : (
          <>
            <Counts day={day} />
            {day.sessions.map((session) => (
              <SessionTable
                key={session.id}
                session={session}
                walkIns={among.get(session.id) ?? []}
                {...{ name, now, actions, walkInActions, nowSlot }}
              />
            ))}
          </>
        )}
        {(mayBook || mayQueue) && <ShortcutSwitch {...shortcut} />}
        {day.sessions.length === 0 && <WalkIns walkIns={day.walkIns} now={now} actions={walkInActions} />}
      </div>
      <GoToNow />
    </>
  )
}
