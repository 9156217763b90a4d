import type { ReactNode } from 'react'
import { classes } from './classes'

export interface SummaryAction {
  text: ReactNode
  href: string
  /** Completes the link's words for those who hear it alone: "Change name". */
  hidden?: ReactNode
}

export interface SummaryRow {
  key: ReactNode
  value: ReactNode
  actions?: SummaryAction[] | undefined
  className?: string | undefined
}

function ActionLink({ action, card }: { action: SummaryAction; card?: ReactNode }) {
  return (
    <a className="govuk-link" href={action.href}>
      {action.text}
      {(action.hidden || card) && (
        <span className="govuk-visually-hidden">
          {action.hidden && <> {action.hidden}</>}
          {card && <> ({card})</>}
        </span>
      )}
    </a>
  )
}

export function SummaryList({
  rows,
  className,
  card,
}: {
  rows: SummaryRow[]
  className?: string | undefined
  card?: ReactNode
}) {
  const someActions = rows.some((row) => row.actions?.length)
  return (
    <dl className={classes('govuk-summary-list', className)}>
      {rows.map(({ key, value, actions = [], className: rowClassName }, index) => (
        <div
          className={classes(
            'govuk-summary-list__row',
            someActions && actions.length === 0 && 'govuk-summary-list__row--no-actions',
            rowClassName,
          )}
          key={index}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {actions.length > 0 && (
            <dd className="govuk-summary-list__actions">
              {actions[0] && actions.length === 1 ? (
                <ActionLink action={actions[0]} card={card} />
              ) : (
                <ul className="govuk-summary-list__actions-list">
                  {actions.map((action, at) => (
                    <li className="govuk-summary-list__actions-list-item" key={at}>
                      <ActionLink action={action} card={card} />
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

export function SummaryCard({
  title,
  headingLevel: Heading = 'h2',
  actions = [],
  rows,
}: {
  title: ReactNode
  headingLevel?: 'h2' | 'h3'
  actions?: SummaryAction[] | undefined
  rows: SummaryRow[]
}) {
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">{title}</Heading>
        {actions[0] && actions.length === 1 && (
          <div className="govuk-summary-card__actions">
            <ActionLink action={actions[0]} card={title} />
          </div>
        )}
        {actions.length > 1 && (
          <ul className="govuk-summary-card__actions">
            {actions.map((action, at) => (
              <li className="govuk-summary-card__action" key={at}>
                <ActionLink action={action} card={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">
        <SummaryList rows={rows} card={title} />
      </div>
    </div>
  )
}
