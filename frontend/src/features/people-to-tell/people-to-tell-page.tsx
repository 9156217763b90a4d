import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { useMay } from '../../page/authorities'
import { FormSummary } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { hubQuery } from '../hub/queries'
import { PersonToTellCard } from './person-to-tell-card'
import { PrintList } from './print-list'
import { peopleToTellQuery } from './queries'
import { useTelling } from './use-telling'

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
  const telling = useTelling(hubId)

  return (
    <Page
      heading={t('heading')}
      title={t('title', { hub: hub.name })}
      caption={hub.name}
      back={{ href: paths.day(hubId, 'today') }}
      wrong={telling.wrong}
    >
      <FormSummary errors={telling.errors} />
      {telling.banner}
      <p className="govuk-body">{people.length === 0 ? t('none') : t('intro', { count: people.length })}</p>
      {people.length > 0 && <PrintList people={people} call={telling.call} />}
      <div className="not-printed">
        {people.map((person) => (
          <PersonToTellCard
            key={person.id}
            person={person}
            name={telling.call(person)}
            busy={telling.isBusy(person)}
            onStep={may('booking:write') ? (change) => telling.step(person, change) : undefined}
          />
        ))}
      </div>
      <p className="govuk-body not-printed">
        <a className="govuk-link" href={paths.peopleTold(hubId)}>
          {t('toldLink')}
        </a>
      </p>
    </Page>
  )
}
