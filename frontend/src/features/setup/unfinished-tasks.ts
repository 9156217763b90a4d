import type { TFunction } from 'i18next'
import type { Problem } from '../../api/problem'
import type { SetUp } from '../../api/types'

/** What the services found to be still to do, whatever the page thought. */
export function unfinishedTasks(t: TFunction<'setup'>, error: Problem): string | undefined {
  if (error.type !== 'set-up-unfinished') return undefined
  const tasks = error.body.tasks as SetUp['tasks'][number]['task'][]
  return t('goLive.unfinished', { tasks: tasks.map((task) => t(`list.${task}`)).join(', ') })
}
