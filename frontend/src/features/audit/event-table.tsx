import { useTranslation } from 'react-i18next'
import type { AuditEvent } from '../../api/types'
import { Table } from '../../govuk/table'
import { actionText, actor } from './audit-action'
import { dateAndTime } from '../../text/dates'

/** Events: the actor, the action and the time. A member's name leads to their events only. */
export function EventTable({ events, addressOf }: { events: AuditEvent[]; addressOf: (memberId: string) => string }) {
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
                <a className="govuk-link" href={addressOf(event.memberId)} key="who">
                  {actor(event.actorKind, event.memberName)}
                </a>
              ) : (
                actor(event.actorKind, event.memberName)
              ),
              actionText(event.kind, event.action),
              event.sealed ? dateAndTime(event.at) : t('unsealed', { when: dateAndTime(event.at) }),
            ],
          }))}
        />
      )}
    </section>
  )
}
