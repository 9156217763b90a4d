import type { TFunction } from 'i18next'
import type { Problem } from '../../api/problem'
import type { SetUp } from '../../api/types'

/** The tasks that the services found unfinished when the request was sent. */
export function unfinishedTasks(t: TFunction<'setup'>, error: Problem): string | undefined {
  if (error.type !== 'set-up-unfinished') return undefined
  const tasks = error.body.tasks as SetUp['tasks'][number]['task'][]
  return t('goLive.unfinished', { tasks: tasks.map((task) => t(`list.${task}`)).join(', ') })
}
