import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Hidden } from '../../govuk/hidden'
import { SummaryList } from '../../govuk/summary-list'
import { useMay } from '../../page/authorities'
import { FormSummary } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { dayAndTime } from '../../text/dates'
import { hubQuery } from '../hub/queries'
import { peopleToldQuery } from './queries'
import { useTelling } from './use-telling'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'booking:read')
    const hubId = pathParam(args, 'hubId')
    await client.ensureQueryData(hubQuery(hubId))
    return client.fetchQuery({ ...peopleToldQuery(hubId), staleTime: 0 })
  },
  Component: PeopleTold,
})

/** The people at a hub who were told lately, each of whom can be put back on the list. */
function PeopleTold() {
  const { t } = useTranslation('people-to-tell')
  const may = useMay()
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const { data: people } = useSuspenseQuery(peopleToldQuery(hubId))
  const telling = useTelling(hubId)

  return (
    <Page
      heading={t('toldHeading')}
      caption={hub.name}
      back={{ href: paths.peopleToTell(hubId) }}
      wrong={telling.wrong}
    >
      <FormSummary errors={telling.errors} />
      {telling.banner}
      <p className="govuk-body">{people.length === 0 ? t('toldNone') : t('toldIntro')}</p>
      <SummaryList
        rows={people.map((person) => ({
          key: telling.call(person),
          value: (
            <div className="row-action">
              <span>
                {person.told && (
                  <>
                    {t(`way.${person.told.how}`)}
                    <br />
                    {t('toldOn', { name: person.told.byName ?? t('aColleague'), at: dayAndTime(person.told.at) })}
                  </>
                )}
              </span>
              {may('booking:write') && (
                <button type="button" className="linkish" onClick={() => telling.step(person, { step: 'undo' })}>
                  <Trans
                    t={t}
                    i18nKey="putBack"
                    values={{ name: telling.call(person) }}
                    components={{ hidden: <Hidden /> }}
                  />
                </button>
              )}
            </div>
          ),
        }))}
      />
    </Page>
  )
}
