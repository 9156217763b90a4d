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
      <button type="button" className={classes('btn', namesHidden && 'btn--on')} onClick={onHideNames}>
        {t(namesHidden ? 'actions.showNames' : 'actions.hideNames')}
      </button>
      {namesHidden && <span className="actions__state">{t('actions.namesHidden')}</span>}
      {may('session:write') && (
        <a className="btn" href={paths.newSession(hubId)}>
          {t('actions.newSession')}
        </a>
      )}
    </div>
  )
}
