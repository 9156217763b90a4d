import { useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react'

export interface SummaryError {
  text: ReactNode
  /** The id of the field to go to. */
  field?: string | undefined
}

interface ErrorSummaryProps {
  title: ReactNode
  description?: ReactNode
  errors?: SummaryError[] | undefined
}

/** Focuses the field and brings its label or legend into view, so that the question is seen with the answer. */
function goTo(event: MouseEvent, field: string) {
  const input = document.getElementById(field)
  if (!input) return
  event.preventDefault()
  const legend = input.closest('fieldset')?.querySelector('legend')
  const question = legend ?? document.querySelector(`label[for="${CSS.escape(field)}"]`) ?? input
  question.scrollIntoView()
  input.focus({ preventScroll: true })
}

/** The list of a form's errors, above the form. It takes the focus each time the errors change. */
export function ErrorSummary({ title, description, errors = [] }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    summary.current?.focus()
  }, [errors])
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(({ text, field }, index) => (
                <li key={index}>
                  {field ? (
                    <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
