import { Trans, useTranslation } from 'react-i18next'
import type { ToFinishEntry, ToFinishList } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { paths } from '../../page/paths'
import { telephoneLink } from '../../page/telephone'
import { dayAndMonth, timeOfDay } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { FirstFew } from './first-few'
import type { useRinging } from './use-ringing'

interface PeopleToRingProps {
  hubId: string
  list: ToFinishList
  call: (personName: string) => string
  namesHidden: boolean
  ringing: ReturnType<typeof useRinging>
}

/** The people who did not attend and must be rung, each with the number and what was done. */
export function PeopleToRing({ hubId, list, call, namesHidden, ringing }: PeopleToRingProps) {
  const { t } = useTranslation('to-finish')
  return (
    <FirstFew
      heading={t('toRing', { count: list.peopleToRing })}
      entries={list.items
        .filter(({ toDo }) => toDo === 'ring')
        .map((entry) => {
          const name = call(entry.personName)
          return (
            <li key={entry.bookingId}>
              <a className="govuk-link" href={paths.booking(hubId, entry.date, entry.bookingId)}>
                {name}
              </a>
              <p className="to-finish__when">
                {t('when', { day: dayAndMonth(entry.date), time: timeOfDay(entry.starts) })}
              </p>
              {entry.absenceReason && (
                <p className="to-finish__when">{lookup('board', 'absence.reason', entry.absenceReason)}</p>
              )}
              <Number entry={entry} hidden={namesHidden} />
              <div className="to-finish__steps">
                {(['rung', 'not-needed'] as const).map((outcome) => (
                  <button
                    key={outcome}
                    type="button"
                    className="btn btn--quiet"
                    aria-disabled={ringing.busy || undefined}
                    onClick={() => ringing.step(entry, outcome)}
                  >
                    <Trans
                      t={t}
                      i18nKey={outcome === 'rung' ? 'rung' : 'notNeeded'}
                      values={{ name }}
                      components={{ hidden: <Hidden /> }}
                    />
                  </button>
                ))}
              </div>
            </li>
          )
        })}
    />
  )
}

/** The telephone number to press on, unless visitors can see the screen. */
function Number({ entry: { phone, noContact }, hidden }: { entry: ToFinishEntry; hidden: boolean }) {
  const { t } = useTranslation('to-finish')
  return (
    <>
      <p className="to-finish__phone">
        {!phone && t('noPhone')}
        {phone && hidden && t('phoneHidden')}
        {phone && !hidden && (
          <a className="govuk-link" href={telephoneLink(phone)}>
            {phone}
          </a>
        )}
      </p>
      {phone && noContact && <p className="to-finish__when">{t('noContact')}</p>}
    </>
  )
}
