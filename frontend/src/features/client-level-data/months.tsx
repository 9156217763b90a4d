import { useTranslation } from 'react-i18next'
import type { SubmissionCheck } from '../../api/types'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { monthAndYear, numberOf } from '../../text/dates'
import { periodInWords } from './in-words'

/** The period that the Department reads from the file, and the months from which it does. */
export function Months({ check }: { check: SubmissionCheck }) {
  const { t } = useTranslation('client-level-data')
  const words = periodInWords(t, check, ({ from, to }) =>
    t('months', { from: monthAndYear(from), to: monthAndYear(to) }),
  )
  return (
    <section>
      <h2 className="govuk-heading-m">{t('derived.heading')}</h2>
      <p className="govuk-body">{t('derived.rule')}</p>
      {check.agrees ? <p className="govuk-body">{words}</p> : <InsetText>{words}</InsetText>}
      <p className="govuk-body">{t('derived.wholeFile')}</p>
      <Table
        caption={t('derived.caption')}
        captionClassName="govuk-table__caption--s"
        className="stacks"
        firstCellIsHeader
        head={[{ text: t('column.month') }, { text: t('column.events') }, { text: t('column.counts') }]}
        rows={check.months.map(({ from, events, dropped }) => ({
          key: from,
          cells: [
            monthAndYear(from),
            t('monthEvents', { count: events, number: numberOf(events) }),
            dropped === undefined ? t('dropped.no') : t(`dropped.${dropped}`),
          ],
        }))}
      />
    </section>
  )
}
