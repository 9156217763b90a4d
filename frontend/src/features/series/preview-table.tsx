import { useTranslation } from 'react-i18next'
import type { PreviewDay } from '../../api/types'
import { Radios } from '../../govuk/choices'
import { Table } from '../../govuk/table'
import { longDate, timeOfDay, timeRange } from '../../text/dates'

/** The remarks about a day: closures, holidays and overlaps. */
function useFlagInWords() {
  const { t } = useTranslation('series')
  return ({ reason, why, time = '', next = '', clash }: PreviewDay['conflicts'][number]) => {
    if (reason === 'clocks') return t('flag.clocks', { time: timeOfDay(time), next: timeOfDay(next) })
    if (reason === 'clash' && clash) {
      const session = { kind: clash.kind ?? t('flag.anotherSession'), times: timeRange(clash.starts, clash.ends) }
      return clash.room ? t('flag.clashInRoom', { ...session, room: clash.room }) : t('flag.clash', session)
    }
    return reason === 'hub-closed' ? t('flag.hub-closed', { why }) : why
  }
}

/** Dates in words with what is to be known of each, and the choice to keep or skip it. */
export function PreviewTable({
  caption,
  days,
  remark,
  choose,
}: {
  caption: string
  days: PreviewDay[]
  /** A remark on a date that is to be held, beside its conflicts. */
  remark: (date: string) => string | undefined
  choose: (date: string, keep: boolean) => void
}) {
  const { t } = useTranslation('series')
  const flagInWords = useFlagInWords()
  return (
    <Table
      className="stacks dates"
      caption={caption}
      captionClassName="govuk-table__caption--m"
      firstCellIsHeader
      head={[{ text: t('column.date') }, { text: t('column.known') }, { text: t('column.keep') }]}
      rows={days.map((day) => ({
        key: day.date,
        cells: [
          longDate(day.date),
          day.conflicts.length > 0 || remark(day.date) ? (
            <>
              {!day.skipped && remark(day.date) && <div className="dates__flag">{remark(day.date)}</div>}
              {day.conflicts.map((flag) => (
                <div key={flag.reason} className={day.skipped ? undefined : 'dates__flag'}>
                  {flagInWords(flag)}
                </div>
              ))}
              {day.forbidden && !day.skipped && <strong>{t('check.mustSkip')}</strong>}
            </>
          ) : (
            ''
          ),
          <Radios
            key="choice"
            name={`day-${day.date}`}
            className="govuk-radios--small govuk-radios--inline"
            groupClassName="dates__choice"
            legend={{
              text: t('check.legend', { date: longDate(day.date) }),
              className: 'govuk-visually-hidden',
            }}
            value={day.skipped ? 'skip' : 'keep'}
            onChange={(value) => choose(day.date, value === 'keep')}
            items={[
              { value: 'keep', text: t('check.keep') },
              { value: 'skip', text: t('check.skip') },
            ]}
          />,
        ],
      }))}
    />
  )
}
