import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Pill, type PillStatus } from '../board/status'
import { PersonSummary } from './person-summary'
import { personQuery } from './queries'
import { ButtonLink } from '../../govuk/button'
import { NotificationBanner } from '../../govuk/notification-banner'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { Page } from '../../page/page'
import { useFlashMessage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import { longDate, timeOfDay } from '../../text/dates'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    return client.ensureQueryData({ ...personQuery(pathParam(args, 'personId')), revalidateIfStale: true })
  },
  Component: PersonPage,
})

function PersonPage() {
  const { t } = useTranslation(['person', 'audit'])
  const may = useMay()
  const personId = pathParam({ params: useParams() }, 'personId')
  const { person } = useSuspenseQuery(personQuery(personId)).data
  const flash = useFlashMessage<string>()
  const bookings = person.bookings ?? []
  const edit = paths.editPerson(personId)
  return (
    <Page heading={person.name} back={{ href: paths.people, text: t('back') }} wide>
      {flash && (
        <NotificationBanner success className="page__notice">
          {flash}
        </NotificationBanner>
      )}
      <div className="halves">
        <section className="card">
          <PersonSummary person={person} />
          <p className="govuk-body">
            <a className="govuk-link" href={paths.accessLog(personId)}>
              {t('audit:looks.link')}
            </a>
          </p>
          {may('person:write') && (
            <ButtonLink className="govuk-button--secondary" href={edit}>
              {t('edit')}
            </ButtonLink>
          )}
        </section>
        <section className="card">
          {bookings.length === 0 ? (
            <>
              <h2 className="govuk-heading-m">{t('bookings.heading')}</h2>
              <p className="govuk-body">{t('bookings.none')}</p>
            </>
          ) : (
            <Table
              className="stacks"
              caption={t('bookings.heading')}
              captionClassName="govuk-table__caption--m"
              head={(['date', 'time', 'hub', 'status'] as const).map((column) => ({
                text: t(`bookings.column.${column}`),
              }))}
              rows={bookings.map((booking) => ({
                key: booking.id,
                cells: [
                  longDate(booking.date),
                  booking.walkIn
                    ? t('bookings.walkedIn', { time: timeOfDay(booking.starts) })
                    : timeOfDay(booking.starts),
                  booking.hubName,
                  <Pill key="status" status={booking.status as PillStatus} />,
                ],
              }))}
            />
          )}
        </section>
      </div>
    </Page>
  )
}
