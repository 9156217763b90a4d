import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/types'
import { SummaryList } from '../../govuk/summary-list'
import { timeAt } from '../../text/dates'

const TIMES = ['arrivedAt', 'startedAt', 'finishedAt'] as const

/** When the person came and the conversation was, as the board has it. Nothing for a record without a visit. */
export function Visit({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation')
  const known = TIMES.flatMap((time) => {
    const at = conversation[time]
    return at ? [{ key: t(`visit.${time}`), value: timeAt(at) }] : []
  })
  if (known.length === 0) return null
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{t('visit.heading')}</h2>
      <SummaryList rows={known} />
    </section>
  )
}
