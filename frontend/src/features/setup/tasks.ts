import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../api/types'
import type { Task } from '../../govuk/task-list'
import { requireAuthority } from '../../page/guards'
import { paths } from '../../page/paths'
import { placesQuery, setUpQuery } from './queries'

export const loadSetUp = (client: QueryClient) => async () => {
  await requireAuthority(client, 'council:set-up')
  void client.prefetchQuery(placesQuery())
  return client.ensureQueryData({ ...setUpQuery(), revalidateIfStale: true })
}

/** The open tasks in their order, from the two services that keep them. */
export function useTasks(setUp: SetUp) {
  const { t } = useTranslation(['setup', 'common'])
  const places = useQuery(placesQuery())
  const done = (name: string) => setUp.tasks.some(({ task, done: is }) => task === name && is)
  const status = (is: boolean) => ({ done: is, status: t(is ? 'list.completed' : 'list.todo') })
  const after = (reason: 'afterLanguages' | 'afterPlace') => ({
    status: t('list.cannotStart'),
    hint: t(`list.${reason}`),
  })
  const unknown = { status: t('list.unknown') }
  const onlyHub = places.data?.onlyHub
  const agree: Task[] = [
    { title: t('list.agreement'), href: paths.agreement, ...status(done('agreement')) },
    {
      title: t('list.data-protection'),
      href: paths.settingsPart('data-protection'),
      ...status(done('data-protection')),
    },
    {
      title: t('list.assessment'),
      hint: t('list.assessmentHint'),
      href: paths.settingsPart('assessment'),
      ...status(done('assessment')),
    },
  ]
  const council: Task[] = [
    { title: t('list.name'), href: paths.settingsPart('name'), ...status(done('name')) },
    { title: t('list.contact'), href: paths.settingsPart('contact'), ...status(done('contact')) },
    { title: t('list.languages'), href: paths.settingsPart('languages'), ...status(done('languages')) },
  ]
  const hubTask: Task = !done('languages')
    ? { title: t('list.hub'), ...after('afterLanguages') }
    : !places.data
      ? { title: t('list.hub'), href: paths.hubs, ...unknown }
      : { title: t('list.hub'), href: paths.hubs, ...status(places.data.hubs > 0) }
  const sessions: Task = !places.data
    ? { title: t('list.sessions'), ...unknown }
    : places.data.hubs > 0
      ? {
          title: t('list.sessions'),
          href: onlyHub ? paths.hub(onlyHub) : paths.hubs,
          ...status(places.data.sessions),
        }
      : { title: t('list.sessions'), ...after('afterPlace') }
  const team: Task[] = [{ title: t('list.team'), hint: t('list.teamHint'), href: paths.team, ...status(done('team')) }]
  const approach: Task[] = [{ title: t('list.blueprint'), href: paths.blueprint, ...status(done('blueprint')) }]
  const needed = [...agree, ...council, ...approach, hubTask, sessions, ...team]
  return {
    groups: [
      { heading: t('list.agree'), tasks: agree },
      { heading: t('list.council'), tasks: council },
      { heading: t('list.approach'), tasks: approach },
      { heading: t('list.places'), tasks: [hubTask, sessions] },
      { heading: t('list.people'), tasks: team },
    ],
    needed,
    left: needed.filter((task) => !task.done),
  }
}

/** The question of the operator that the council has not answered yet. */
export function openQuestion(setUp: SetUp): string | undefined {
  const last = setUp.steps.at(-1)
  return last?.kind === 'question' ? last.words : undefined
}
