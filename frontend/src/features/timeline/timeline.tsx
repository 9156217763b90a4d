import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../api/types'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { ShowMore } from '../../page/show-more'
import { longDate, plainDate, timeOfDay } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { timelineQuery } from './timeline-queries'

/** A person's bookings, conversations, steps and measures, the latest first. No text is shown before it is opened. */
export function Timeline({ personId }: { personId: string }) {
  const { t } = useTranslation('timeline')
  const list = useInfiniteQuery(timelineQuery(personId))
  const { data, error, isPending } = list
  const entries = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="card">
      {entries.length === 0 ? (
        <h2 className="govuk-heading-m">{t('heading')}</h2>
      ) : (
        <Table
          className="stacks"
          caption={t('heading')}
          captionClassName="govuk-table__caption--m"
          head={(['date', 'what', 'status'] as const).map((column) => ({ text: t(`column.${column}`) }))}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              longDate(entry.day),
              <What key="what" entry={entry} personId={personId} />,
              <Now key="now" entry={entry} />,
            ],
          }))}
        />
      )}
      {isPending && <Loading />}
      {data && entries.length === 0 && <p className="govuk-body">{t('none')}</p>}
      <div role="status">{error && <InsetText>{problemText(error)}</InsetText>}</div>
      <ShowMore list={list} text={t('earlier')} />
    </section>
  )
}

function addressOf(entry: TimelineEntry, personId: string): string | undefined {
  switch (entry.kind) {
    case 'booking':
      return entry.hubId && paths.bookingRow(entry.hubId, entry.day, entry.id)
    case 'walk-in':
      return entry.hubId && paths.day(entry.hubId, entry.day)
    case 'measure':
      return paths.measure(personId, entry.id)
    default:
      return entry.readable && entry.conversationId ? paths.conversation(entry.conversationId) : undefined
  }
}

function What({ entry, personId }: { entry: TimelineEntry; personId: string }) {
  const { t } = useTranslation('timeline')
  const text = t(`kind.${entry.kind}`)
  const address = addressOf(entry, personId)
  return (
    <>
      {address ? (
        <a className="govuk-link" href={address}>
          {text}
        </a>
      ) : (
        text
      )}
      {entry.hubName && entry.starts && (
        <div className="govuk-hint">{t('at', { time: timeOfDay(entry.starts), hub: entry.hubName })}</div>
      )}
      {entry.due && <div className="govuk-hint">{t('due', { day: plainDate(entry.due) })}</div>}
    </>
  )
}

function Now({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('timeline')
  if (!entry.readable) return t('restricted')
  if (entry.kind === 'step') return lookup('step', 'status', entry.status)
  if (entry.kind === 'conversation') return lookup('timeline', 'conversation', entry.status)
  if (entry.kind === 'measure') return t('recorded')
  return lookup('board', 'status', entry.status)
}
