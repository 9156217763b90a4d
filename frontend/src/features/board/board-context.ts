import type { Day, DayBooking } from '../../api/types'

/** The board's data and actions for a panel beside it. */
export interface BoardContext {
  day: Day
  /** The council's word for a talking point. */
  name: string
  /** The name or the initials of a person, as the board shows names. */
  call: (personName: string) => string
  /** Whether the board shows initials only. */
  namesHidden: boolean
  /** Closes the panel and shows the result on the board. A booking that was changed can be changed back. */
  done: (text: string, booking?: DayBooking) => void
}
