import { useTranslation } from 'react-i18next'
import { useMay } from '../../page/authorities'
import { paths } from '../../page/paths'
import type { Day } from '../../text/dates'

/** The buttons above the board. */
export function BoardActions({
  hubId,
  date,
  mayBook,
  mayQueue,
  namesHidden,
  onHideNames,
}: {
  hubId: string
  date: Day
  mayBook: boolean
  mayQueue: boolean
  namesHidden: boolean
  onHideNames: () => void
}) {
  const { t } = useTranslation('board')
  const may = useMay()
  return (
    <div className="actions">
      {mayBook && (
        <a className="btn btn--primary" href={paths.bookSomeone(hubId, date)} id="book-someone">
          {t('actions.book')}
        </a>
      )}
      {mayQueue && (
        <a className="btn" href={paths.addWalkIn(hubId, date)}>
          {t('actions.walkIn')}
        </a>
      )}
      <a className="btn" href={paths.daySheet(hubId, date)}>
        {t('actions.print')}
      </a>
      <button type="button" className="btn" aria-pressed={namesHidden} onClick={onHideNames}>
        {t('actions.hideNames')}
      </button>
      {may('session:write') && (
        <a className="btn" href={paths.newSession(hubId)}>
          {t('actions.newSession')}
        </a>
      )}
    </div>
  )
}
