import { useTranslation } from 'react-i18next'
import type { Correction } from '../../api/types'
import { dateAndTime, listOf, timeAt } from '../../text/dates'
import { useCorrections } from './queries'

/** The corrections of a booking or a walk-in: who, when, from what, to what and why. */
export function CorrectionHistory({ kind, id }: { kind: 'booking' | 'walk-in'; id: string }) {
  const { t } = useTranslation('correction')
  const corrections = useCorrections(kind, id)
  const say = useRecorded()
  if (corrections.length === 0) return null
  return (
    <section aria-labelledby="corrections">
      <h3 className="govuk-heading-s" id="corrections">
        {t('history')}
      </h3>
      <ul className="govuk-list">
        {corrections.map((each) => (
          <li key={each.id} className="breaks">
            {t('entry', {
              name: each.correctedByName ?? t('aColleague'),
              at: dateAndTime(each.correctedAt),
              from: say(each.from),
              to: say(each.to),
              reason: each.reason,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A record in words: the status, and the times that are known. */
function useRecorded() {
  const { t } = useTranslation(['correction', 'board'])
  return ({ status, arrivedAt, startedAt, finishedAt }: Correction['from']) =>
    listOf([
      t(`board:status.${status}`),
      ...(arrivedAt ? [t('arrivedAt', { time: timeAt(arrivedAt) })] : []),
      ...(startedAt ? [t('startedAt', { time: timeAt(startedAt) })] : []),
      ...(finishedAt ? [t('finishedAt', { time: timeAt(finishedAt) })] : []),
    ])
}
