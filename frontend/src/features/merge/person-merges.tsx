import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PersonMerge } from '../../api/types'
import { InsetText } from '../../govuk/inset-text'
import { problemText } from '../../page/problem-text'
import { dateAndTime } from '../../text/dates'
import { mergesOfPersonQuery } from './merge-queries'

/** The merges of this person: with which other person, by which member of staff, when and why. Shows nothing if there are none. */
export function PersonMerges({ personId }: { personId: string }) {
  const { t } = useTranslation(['merge', 'person'])
  const { data, error } = useQuery(mergesOfPersonQuery(personId))
  if (error) return <InsetText role="status">{problemText(error)}</InsetText>
  if (!data || data.items.length === 0) return null
  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('ofPerson')}</h2>
      <ul className="govuk-list">
        {data.items.map((merge) => (
          <li key={merge.id}>
            <Told merge={merge} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Told({ merge }: { merge: PersonMerge }) {
  const { t } = useTranslation(['merge', 'person'])
  const both = {
    merged: merge.merged.name,
    mergedReference: merge.merged.reference,
    kept: merge.kept.name,
    keptReference: merge.kept.reference,
  }
  const acts = [
    { key: 'suggested' as const, act: merge.suggested },
    { key: 'decided' as const, act: merge.decided },
    { key: 'undone' as const, act: merge.undone },
  ]
  return (
    <>
      <p className="govuk-body">{t(`told.${merge.status}`, both)}</p>
      <ul className="govuk-list govuk-list--bullet">
        {acts.map(
          ({ key, act }) =>
            act && (
              <li key={key}>
                {t(`act.${key}`, { name: act.byName ?? t('formerMember'), when: dateAndTime(act.at) })}
                {act.reason && <div>{act.reason}</div>}
              </li>
            ),
        )}
      </ul>
    </>
  )
}
