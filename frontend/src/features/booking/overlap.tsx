import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { components } from '../../api/conversations.gen'
import { InsetText } from '../../govuk/inset-text'
import { dayAndMonth, timeRange } from '../../text/dates'

type Overlap = components['schemas']['Overlap']

/** The person's other bookings at the time of one slot, once the service has named them. */
export function useOverlap() {
  const [found, setFound] = useState<{ of: string; overlaps: Overlap[] }>()
  return {
    /** The bookings to show for this person and slot, until the choice changes. */
    at: (personId: string | undefined, slotId: string | undefined) =>
      found && found.of === `${personId} ${slotId}` ? found.overlaps : undefined,
    /** Takes the refusal that asks for a confirmation; false for every other error. */
    takes(error: unknown, personId: string, slotId: string): boolean {
      if (!(error instanceof Problem) || error.type !== 'overlapping-booking') return false
      setFound({ of: `${personId} ${slotId}`, overlaps: error.body.overlaps as Overlap[] })
      return true
    },
  }
}

/** Asks to check with the person, before the same button books all the same. */
export function OverlapNotice({ name, overlaps }: { name: string; overlaps: Overlap[] }) {
  const { t } = useTranslation('booking')
  const notice = useRef<HTMLDivElement>(null)
  // Below a long list of times it would not be seen.
  useLayoutEffect(() => notice.current?.focus(), [overlaps])
  return (
    <div ref={notice} tabIndex={-1} className="overlap">
      <InsetText role="alert">
        <p className="govuk-body">
          <strong>{t('overlap.heading', { name })}</strong>
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {overlaps.map((each) => (
            <li key={each.bookingId}>
              {t('overlap.booking', {
                hub: each.hubName,
                day: dayAndMonth(each.date),
                time: timeRange(each.starts, each.ends),
              })}
            </li>
          ))}
        </ul>
        <p className="govuk-body">{t('overlap.body')}</p>
      </InsetText>
    </div>
  )
}
