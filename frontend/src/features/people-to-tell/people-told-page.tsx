import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import type { PersonToTell } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { SummaryList } from '../../govuk/summary-list'
import { useMay } from '../../page/authorities'
import { namesHidden } from '../../page/device-preferences'
import { FormSummary, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useStatusMessage } from '../../page/status-message'
import { dayAndTime } from '../../text/dates'
import { initials } from '../board/initials'
import { hubQuery } from '../hub/queries'
import { peopleToldQuery, useTell } from './queries'

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
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const { say, banner } = useStatusMessage()
  const tell = useTell(hubId)
  const call = (name: string) => (namesHidden.on() ? initials(name) : name)

  function putBack(person: PersonToTell) {
    if (tell.isPending) return
    tell.mutate(
      { id: person.id, change: { step: 'undo' } },
      {
        onSuccess: () => {
          form.fail([])
          say(t('said.undo', { name: call(person.personName) }))
        },
        onError: (error) => {
          say('')
          form.fail([{ text: problemText(error) }])
        },
      },
    )
  }

  return (
    <Page heading={t('toldHeading')} caption={hub.name} back={{ href: paths.peopleToTell(hubId) }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {banner}
      <p className="govuk-body">{people.length === 0 ? t('toldNone') : t('toldIntro')}</p>
      <SummaryList
        rows={people.map((person) => ({
          key: call(person.personName),
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
                <button type="button" className="linkish" onClick={() => putBack(person)}>
                  <Trans
                    t={t}
                    i18nKey="putBack"
                    values={{ name: call(person.personName) }}
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
