import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { AboutMeSection } from '../about-me/about-me-section'
import { CommunicationSection } from '../about-me/communication-section'
import { leadToKept } from '../merge/kept-person'
import { PersonBookings } from './person-bookings'
import { PersonMerges } from '../merge/person-merges'
import { PersonSummary } from './person-summary'
import { Timeline } from '../timeline/timeline'
import { personQuery } from './queries'
import { ButtonLink } from '../../govuk/button'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useMay } from '../../page/authorities'
import { useLate } from '../../page/late'
import { Page } from '../../page/page'
import { useFlashMessage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const personId = pathParam(args, 'personId')
    const loaded = await client.ensureQueryData({ ...personQuery(personId), revalidateIfStale: true })
    leadToKept(loaded.person)
    return loaded
  },
  Component: PersonPage,
})

function PersonPage() {
  const { t } = useTranslation(['person', 'audit', 'measure', 'merge'])
  const may = useMay()
  const personId = pathParam({ params: useParams() }, 'personId')
  const { person } = useSuspenseQuery(personQuery(personId)).data
  const flash = useFlashMessage<string>()
  const edit = paths.editPerson(personId)
  const { part: steps } = useLate(may('conversation:read'), () => import('../step/open-steps'))
  const { part: moves } = useLate(may('conversation:read'), () => import('../move/moves'))
  return (
    <Page heading={person.name} back={{ href: paths.people, text: t('back') }} wide>
      {flash && (
        <NotificationBanner success className="page__notice">
          {flash}
        </NotificationBanner>
      )}
      {may('conversation:read') && <AboutMeSection personId={personId} name={person.name} />}
      <CommunicationSection person={person} />
      <div className="halves">
        <section className="card">
          <PersonSummary person={person} />
          <p className="govuk-body">
            <a className="govuk-link" href={paths.accessLog(personId)}>
              {t('audit:accessLog.link')}
            </a>
          </p>
          {may('person:write') && (
            <p className="govuk-body">
              <a className="govuk-link" href={paths.suggestMerge(personId)}>
                {t('merge:link')}
              </a>
            </p>
          )}
          {may('conversation:write') && (
            <p className="govuk-body">
              <a className="govuk-link" href={paths.askMeasure(personId)}>
                {t('measure:link')}
              </a>
            </p>
          )}
          <div className="govuk-button-group">
            {may('booking:write') && <ButtonLink href={paths.bookPerson(personId)}>{t('book')}</ButtonLink>}
            {may('conversation:write') && (
              <ButtonLink className="govuk-button--secondary" href={paths.newConversation('person', personId)}>
                {t('newConversation')}
              </ButtonLink>
            )}
            {may('person:write') && (
              <ButtonLink className="govuk-button--secondary" href={edit}>
                {t('edit')}
              </ButtonLink>
            )}
          </div>
        </section>
        {may('conversation:read') ? <Timeline personId={personId} /> : <PersonBookings personId={personId} />}
      </div>
      {moves && <moves.MovedAway personId={personId} />}
      <PersonMerges personId={personId} />
      {steps && <steps.OpenSteps choice={{ ownedBy: 'all', personId }} />}
    </Page>
  )
}
