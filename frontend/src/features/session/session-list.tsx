import { Trans, useTranslation } from 'react-i18next'
import type { SessionSummary } from '../../api/types'
import { Table } from '../../govuk/table'
import { dayAndMonth, timeRange, today } from '../../text/dates'
import { paths } from '../../page/paths'
import { Hidden } from '../../govuk/hidden'

export function SessionList({
  sessions,
  caption,
  dayAddress,
  changeAddress,
}: {
  sessions: SessionSummary[]
  caption: string
  dayAddress: ((date: string) => string) | undefined
  changeAddress: ((session: SessionSummary) => string) | undefined
}) {
  const { t } = useTranslation(['session', 'session-change'])
  return (
    <Table
      className="stacks"
      caption={caption}
      captionClassName="govuk-table__caption--m"
      firstCellIsHeader
      head={[
        { text: t('column.date') },
        { text: t('column.kind') },
        { text: t('column.times') },
        { text: t('column.room') },
        { text: t('column.places') },
        ...(changeAddress ? [{ text: <Hidden>{t('session-change:link')}</Hidden> }] : []),
      ]}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: [
          dayAddress ? (
            <a className="govuk-link" href={dayAddress(session.date)} key="date">
              {dayAndMonth(session.date)}
            </a>
          ) : (
            dayAndMonth(session.date)
          ),
          session.seriesId ? (
            <a className="govuk-link" href={paths.series(session.seriesId)} key="series">
              {session.kind ?? t('series')}
            </a>
          ) : (
            (session.kind ?? '')
          ),
          timeRange(session.starts, session.ends),
          session.room ?? '',
          session.status === 'cancelled'
            ? t('cancelled')
            : session.dropInOnly
              ? t('dropInOnly')
              : t('placesLeft', { count: session.left, places: session.places }),
          ...(changeAddress
            ? [
                session.status === 'planned' && session.date >= today() && (
                  <a className="govuk-link" href={changeAddress(session)} key="change">
                    <Trans
                      t={t}
                      i18nKey="session-change:linkOn"
                      values={{ date: dayAndMonth(session.date) }}
                      components={{ hidden: <Hidden /> }}
                    />
                  </a>
                ),
              ]
            : []),
        ],
      }))}
    />
  )
}
