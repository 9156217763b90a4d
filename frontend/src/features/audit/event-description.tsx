import { Trans, useTranslation } from 'react-i18next'
import type { AuditEvent } from '../../api/types'
import { useMay } from '../../page/authorities'
import { Link } from '../../page/link'
import { actionText } from './audit-action'
import { valueText } from './changed-values'
import type { Wanted } from './queries'
import { pageOf, subjectsOf, subjectText, type Subject } from './subject'

interface EventDescriptionProps {
  event: AuditEvent
  addressOf: (choice: Wanted) => string
}

/** The action of an event, the records that it concerned, and the values that it changed. */
export function EventDescription({ event, addressOf }: EventDescriptionProps) {
  const { t } = useTranslation('audit')
  const subjects = subjectsOf(event)
  const values = event.values.filter(({ name }) => event.kind !== 'day' || name !== 'day')
  const [first] = subjects
  if (first && event.kind === 'person' && event.action === 'read' && subjects.length === 1 && first.exists)
    return <SubjectLink subject={first} opened addressOf={addressOf} />
  return (
    <>
      {actionText(event.kind, event.action)}
      {(subjects.length > 0 || event.moreSubjects > 0) && (
        <ul className="govuk-list govuk-!-margin-bottom-0 govuk-!-font-size-16 links-apart">
          {subjects.map((subject) => (
            <li key={subject.id}>
              <SubjectLink subject={subject} addressOf={addressOf} />
            </li>
          ))}
          {event.moreSubjects > 0 && <li>{t('more', { count: event.moreSubjects })}</li>}
        </ul>
      )}
      {values.length > 0 && (
        <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-0 govuk-!-font-size-16">
          {values.map((value) => (
            <li key={value.name}>{valueText(value)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface SubjectLinkProps {
  subject: Subject
  opened?: boolean
  addressOf: (choice: Wanted) => string
}

/** A record: a link to its page, and one to the entries about it. With `opened`, a sentence that says so. */
function SubjectLink({ subject, opened = false, addressOf }: SubjectLinkProps) {
  const { t } = useTranslation('audit')
  const may = useMay()
  const page = pageOf(subject, may)
  const name = (opened && subject.name) || subjectText(subject)
  const entries = addressOf({ subjectId: subject.id })
  if (!page && !opened) return <Link href={entries}>{name}</Link>
  return (
    <Trans
      t={t}
      i18nKey={!opened ? 'withEntries' : page ? 'opened.person' : 'opened.reference'}
      values={{ name }}
      components={{
        page: <Link href={page ?? entries} />,
        entries: <Link href={entries} />,
        hidden: <span className="govuk-visually-hidden" />,
      }}
    />
  )
}
