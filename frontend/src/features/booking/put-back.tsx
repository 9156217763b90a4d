import { useTranslation } from 'react-i18next'
import type { DayBooking } from '../../api/types'
import { problemText } from '../../page/problem-text'
import { useFollowUp } from '../to-finish/follow-up'
import { useBooking } from './booking-of-address'

/** Puts a person who was recorded as rung by mistake back on the list of people to ring. */
export function PutBack({ booking }: { booking: DayBooking }) {
  const { t } = useTranslation('to-finish')
  const { call, done } = useBooking()
  const followUp = useFollowUp()
  return (
    <>
      {followUp.isError && (
        <p className="govuk-error-message" role="alert">
          {problemText(followUp.error)}
        </p>
      )}
      <p className="govuk-body">
        <button
          type="button"
          className="btn"
          aria-disabled={followUp.isPending || undefined}
          onClick={() =>
            !followUp.isPending &&
            followUp.mutate(
              { bookingId: booking.id, step: 'undo' },
              { onSuccess: () => done(t('said.undo', { name: call(booking.personName) })) },
            )
          }
        >
          {t('putBack')}
        </button>
      </p>
    </>
  )
}
