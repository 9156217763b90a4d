import { useTranslation } from 'react-i18next'
import type { AuditEvent } from '../../api/types'
import { Table } from '../../govuk/table'
import { dateAndTime, dayAt, plainDate, timeAt } from '../../text/dates'
import { actor } from './audit-action'
import { EventDescription } from './event-description'
import type { Wanted } from './queries'

interface EventTableProps {
  events: AuditEvent[]
  addressOf: (choice: Wanted) => string
}

/** Events: the actor, the action and the time. A member's name leads to their events only. */
export function EventTable({ events, addressOf }: EventTableProps) {
  const { t } = useTranslation('audit')
  return (
    <section className="card">
      {events.length === 0 ? (
        <p className="govuk-body">{t('none')}</p>
      ) : (
        <Table
          className="stacks"
          caption={t('caption')}
          captionClassName="govuk-table__caption--s"
          head={(['who', 'what', 'when'] as const).map((column) => ({ text: t(`column.${column}`) }))}
          rows={events.map((event) => ({
            key: event.id,
            cells: [
              event.memberId ? (
                <a className="govuk-link" href={addressOf({ memberId: event.memberId })} key="who">
                  {actor(event.actorKind, event.memberName)}
                </a>
              ) : (
                actor(event.actorKind, event.memberName)
              ),
              <EventDescription event={event} addressOf={addressOf} key="what" />,
              <Times event={event} key="when" />,
            ],
          }))}
        />
      )}
    </section>
  )
}

/** The time of an event, or the first and the last time of reads that are one entry. */
function Times({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('audit')
  const when =
    event.times > 1
      ? t('often', {
          count: event.times,
          date: plainDate(dayAt(event.at)),
          from: timeAt(event.since),
          to: timeAt(event.at),
        })
      : dateAndTime(event.at)
  return event.sealed ? when : t('unsealed', { when })
}
