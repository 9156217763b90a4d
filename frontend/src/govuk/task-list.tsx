import { useId, type ReactNode } from 'react'
import { Tag } from './tag'

export interface Task {
  title: ReactNode
  hint?: ReactNode
  status: ReactNode
  /** Completed is plain text, so that the tasks that are left are easy to see. */
  done?: boolean
  /** A task without an address cannot be started yet. */
  href?: string | undefined
}

export function TaskList({ tasks }: { tasks: Task[] }) {
  const id = useId()
  return (
    <ul className="govuk-task-list">
      {tasks.map((task, index) => {
        const status = `${id}-${index}-status`
        const hint = task.hint ? `${id}-${index}-hint` : ''
        return (
          <li key={status} className={`govuk-task-list__item${task.href ? ' govuk-task-list__item--with-link' : ''}`}>
            <div className="govuk-task-list__name-and-hint">
              {task.href ? (
                <a
                  className="govuk-link govuk-task-list__link"
                  href={task.href}
                  aria-describedby={`${hint} ${status}`.trim()}
                >
                  {task.title}
                </a>
              ) : (
                <div>{task.title}</div>
              )}
              {task.hint && (
                <div id={hint} className="govuk-task-list__hint">
                  {task.hint}
                </div>
              )}
            </div>
            <div
              className={`govuk-task-list__status${task.href || task.done ? '' : ' govuk-task-list__status--cannot-start-yet'}`}
              id={status}
            >
              {task.done || !task.href ? task.status : <Tag className="govuk-tag--blue">{task.status}</Tag>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
