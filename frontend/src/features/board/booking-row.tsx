import { Trans, useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { DayBooking } from '../../api/types'
import { classes } from '../../govuk/classes'
import { Hidden } from '../../govuk/hidden'
import { paths } from '../../page/paths'
import { ToTell } from '../people-to-tell/to-tell'
import { lookup } from '../../text/lookup'
import { initials } from './initials'
import type { BoardStep, RowProps } from './row-actions'
import { minutesLate, MISSED_MINUTES, Status } from './status'
import { TimeCell } from './time-cell'

const NEXT: Partial<Record<DayBooking['status'], BoardStep>> = {
  expected: 'check-in',
  arrived: 'start',
  'in-conversation': 'finish',
  // They came after all.
  'did-not-attend': 'check-in',
}

const WITH_CONVERSATION: DayBooking['status'][] = ['arrived', 'in-conversation', 'finished']

const STEP_WORDS = {
  'check-in': { still: 'checkIn', busy: 'checkingIn' },
  start: { still: 'start', busy: 'starting' },
  finish: { still: 'finish', busy: 'finishing' },
} as const

type BookingRowProps = RowProps & { booking: DayBooking; kind: string | null | undefined }

/** A person who is booked, with the next step and a link to change the booking. */
export function BookingRow(props: BookingRowProps) {
  const { booking, kind, slot, now, here, actions, id } = props
  const name = actions.hideNames ? initials(booking.personName) : booking.personName
  const link = `booking-${booking.id}`
  const asked = useLocation().hash === `#${link}`
  return (
    <tr className={classes(here && 'now', booking.status === 'cancelled' && 'free', asked && 'asked')} id={id}>
      <TimeCell slot={slot} here={here} />
      <td className="slots__person">
        <a className="govuk-link" href={paths.person(booking.personId)} id={link}>
          {name}
        </a>{' '}
        {!actions.hideNames && <span className="slots__reference">{booking.personReference}</span>}
      </td>
      <td className="slots__type">
        {kind}{' '}
        <span className="slots__needs">{booking.needs.map((need) => lookup('person', 'need', need)).join(', ')}</span>
      </td>
      <td className="slots__status">
        <Status booking={booking} slot={slot} now={now} />
        <ToTell person={actions.toTell(booking)} />
      </td>
      <td className="slots__action">
        <MissedLink {...props} name={name} />
        <StepButton {...props} name={name} />
        <RecordLink {...props} name={name} />
        <ChangeLink {...props} name={name} />
      </td>
    </tr>
  )
}

/** Asks about a person who should be here by now, or who should have been on a past day. */
function MissedLink({ booking, slot, now, actions, name }: BookingRowProps & { name: string }) {
  const { t } = useTranslation('board')
  if (booking.status !== 'expected' || minutesLate(slot, now) < MISSED_MINUTES || !actions.changeAddress) return null
  return (
    <a
      className="btn btn--quiet"
      href={actions.recordAddress?.(booking) ?? `${actions.changeAddress(booking)}/did-not-attend`}
    >
      <Trans
        t={t}
        i18nKey={actions.recordAddress ? 'record' : 'missed'}
        values={{ name }}
        components={{ hidden: <Hidden /> }}
      />
    </a>
  )
}

function StepButton({
  booking,
  here,
  actions: { onStep, mayCheckIn, changing },
  name,
}: BookingRowProps & { name: string }) {
  const { t } = useTranslation('board')
  const step = NEXT[booking.status]
  if (!step || !onStep || (step === 'check-in' && !mayCheckIn)) return null
  const busy = changing === booking.id
  return (
    <button
      type="button"
      className={classes('btn', (here || step === 'start') && 'btn--primary')}
      aria-disabled={busy || undefined}
      onClick={() => !busy && onStep(booking, step)}
    >
      <Trans
        t={t}
        i18nKey={STEP_WORDS[step][busy ? 'busy' : 'still']}
        values={{ name }}
        components={{ hidden: <Hidden /> }}
      />
    </button>
  )
}

/** Leads to the record of the conversation, once the person is here. */
function RecordLink({ booking, actions: { conversationAddress }, name }: BookingRowProps & { name: string }) {
  const { t } = useTranslation('board')
  if (!conversationAddress || !WITH_CONVERSATION.includes(booking.status)) return null
  return (
    <a className="govuk-link slots__change" href={conversationAddress(booking)}>
      <Trans t={t} i18nKey="recordConversation" values={{ name }} components={{ hidden: <Hidden /> }} />
    </a>
  )
}

function ChangeLink({ booking, actions: { changeAddress }, name }: BookingRowProps & { name: string }) {
  const { t } = useTranslation('board')
  if (!changeAddress) return null
  return (
    <a className="govuk-link slots__change" href={changeAddress(booking)}>
      <Trans t={t} i18nKey="change" values={{ name }} components={{ hidden: <Hidden /> }} />
    </a>
  )
}
