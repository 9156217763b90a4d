import { useTranslation } from 'react-i18next'
import { classes } from '../../govuk/classes'
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
  toFinish,
}: {
  hubId: string
  date: Day
  mayBook: boolean
  mayQueue: boolean
  namesHidden: boolean
  onHideNames: () => void
  /** The number of entries in the list of what is left to finish, which is below the day on a narrow screen. */
  toFinish: number
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
      <button type="button" className={classes('btn', namesHidden && 'btn--on')} onClick={onHideNames}>
        {t(namesHidden ? 'actions.showNames' : 'actions.hideNames')}
      </button>
      {namesHidden && <span className="actions__state">{t('actions.namesHidden')}</span>}
      {toFinish > 0 && (
        <a className="btn btn--quiet to-finish-link" href="#to-finish">
          {t('actions.toFinish', { count: toFinish })}
        </a>
      )}
      {may('session:write') && (
        <a className="btn" href={paths.newSession(hubId)}>
          {t('actions.newSession')}
        </a>
      )}
    </div>
  )
}
