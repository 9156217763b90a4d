import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import type { PersonToTell } from '../../api/types'
import { useMay } from '../../page/authorities'
import { namesHidden } from '../../page/device-preferences'
import { FormSummary, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useStatusMessage } from '../../page/status-message'
import { initials } from '../board/initials'
import { hubQuery } from '../hub/queries'
import { PersonToTellCard } from './person-to-tell-card'
import { peopleToTellQuery, useTell, type TellStep } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'booking:read')
    const hubId = pathParam(args, 'hubId')
    await client.ensureQueryData(hubQuery(hubId))
    return client.fetchQuery({ ...peopleToTellQuery(hubId), staleTime: 0 })
  },
  Component: PeopleToTell,
})

const ASK_AGAIN_MS = 20_000

/** The people at a hub whose booking changed without them, until each of them was told. */
function PeopleToTell() {
  const { t } = useTranslation('people-to-tell')
  const may = useMay()
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const { data: people } = useSuspenseQuery({ ...peopleToTellQuery(hubId), refetchInterval: ASK_AGAIN_MS })
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const { say, banner } = useStatusMessage()
  const tell = useTell(hubId)
  const call = (name: string) => (namesHidden.on() ? initials(name) : name)

  function step(person: PersonToTell, change: TellStep) {
    if (tell.isPending) return
    const name = call(person.personName)
    tell.mutate(
      { id: person.id, change },
      {
        onSuccess: () => {
          form.fail([])
          const said = change.step === 'told' && change.how === 'not-needed' ? 'not-needed' : change.step
          say(t(`said.${said}`, { name }))
        },
        onError: (error) => {
          say('')
          form.fail([{ text: problemText(error) }])
        },
      },
    )
  }

  return (
    <Page
      heading={t('heading')}
      title={t('title', { hub: hub.name })}
      caption={hub.name}
      back={{ href: paths.day(hubId, 'today') }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      {banner}
      <p className="govuk-body">{people.length === 0 ? t('none') : t('intro', { count: people.length })}</p>
      {people.map((person) => (
        <PersonToTellCard
          key={person.id}
          person={person}
          name={call(person.personName)}
          busy={tell.isPending && tell.variables.id === person.id}
          onStep={may('booking:write') ? (change) => step(person, change) : undefined}
        />
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.peopleTold(hubId)}>
          {t('toldLink')}
        </a>
      </p>
    </Page>
  )
}
