import { Trans, useTranslation } from 'react-i18next'
import { classes } from '../../govuk/classes'
import { Hidden } from '../../govuk/hidden'
import { timeOfDay } from '../../text/dates'
import type { RowProps } from './row-actions'
import { TimeCell } from './time-cell'

/** A slot with places left. */
export function FreeRow({ slot, now, here, actions, id, kind }: RowProps & { kind: string | null | undefined }) {
  const { t } = useTranslation('board')
  const over = new Date(slot.endsAt) <= now
  return (
    <tr className={classes('free', here && 'now')} id={id}>
      <TimeCell slot={slot} here={here} />
      <td className="slots__person">{t(over ? 'notUsed' : 'free')}</td>
      <td className="slots__type">{kind}</td>
      <td className="slots__status">{!over && t('placesLeft', { count: slot.left })}</td>
      <td className="slots__action">
        {!over && actions.bookAddress && (
          <a className="btn" href={actions.bookAddress(slot)}>
            <Trans t={t} i18nKey="book" values={{ time: timeOfDay(slot.starts) }} components={{ hidden: <Hidden /> }} />
          </a>
        )}
      </td>
    </tr>
  )
}

/** A slot with nothing to book: another member of staff is booking it, or a lead can add a place. */
export function FullRow({ slot, now, here, actions, id }: RowProps) {
  const { t } = useTranslation('board')
  const over = new Date(slot.endsAt) <= now
  if (over || (slot.held === 0 && !actions.extendAddress)) return null
  return (
    <tr className={classes('free', here && 'now')} id={id}>
      <td className="slots__time">{timeOfDay(slot.starts)}</td>
      <td className="slots__person">{t(slot.held > 0 ? 'beingBooked' : 'full')}</td>
      <td className="slots__type" />
      <td className="slots__status">{slot.held > 0 && t('held', { count: slot.held })}</td>
      <td className="slots__action">
        {actions.extendAddress && (
          <a className="btn btn--quiet" href={actions.extendAddress(slot)}>
            <Trans
              t={t}
              i18nKey="extraPlace"
              values={{ time: timeOfDay(slot.starts) }}
              components={{ hidden: <Hidden /> }}
            />
          </a>
        )}
      </td>
    </tr>
  )
}
