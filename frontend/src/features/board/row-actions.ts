import type { DayBooking, DaySession, DaySlot, PersonToTell } from '../../api/types'

/** The actions that the rows of the board offer, and how the rows show. */
export interface RowActions {
  /** Initials only, where visitors can see the screen. */
  hideNames: boolean
  /** The address at which the caller books this slot, if they may. */
  bookAddress: ((slot: DaySlot) => string) | undefined
  /** Undefined where nothing can be recorded any more, or not yet. */
  onStep: ((booking: DayBooking, step: BoardStep) => void) | undefined
  /** Whether people can be checked in: on the day itself. */
  mayCheckIn: boolean
  /** The booking that is being changed now. */
  changing: string | undefined
  /** The address at which the caller adds a place to a full slot, if they may. */
  extendAddress: ((slot: DaySlot) => string) | undefined
  /** The address at which the caller changes or cancels a session, if they may. */
  sessionAddress: ((session: DaySession) => string) | undefined
  /** The addresses at which the caller records a session from paper and its head count: on its day and later, if they may. */
  paperAddress: ((session: DaySession) => string) | undefined
  headcountAddress: ((session: DaySession) => string) | undefined
  /** The address at which the caller changes a booking in another way, if they may. */
  changeAddress: ((booking: DayBooking) => string) | undefined
  /** The address at which the caller records later whether a person came: on a past day, if they may. */
  recordAddress: ((booking: DayBooking) => string) | undefined
  /** The address at which the caller records the conversation of a visit, if they may. */
  conversationAddress: ((booking: DayBooking) => string) | undefined
  /** The change that the person of a booking may not know of, if there is one. */
  toTell: (booking: DayBooking) => PersonToTell | undefined
}

/** The one thing that is likely to happen next. */
export type BoardStep = 'check-in' | 'start' | 'finish'

/** The properties of a row of a session's table. */
export interface RowProps {
  slot: DaySlot
  now: Date
  /** Whether the slot is now. */
  here: boolean
  actions: RowActions
  /** The id of the row, if another part of the board leads to it. */
  id?: string | undefined
}
