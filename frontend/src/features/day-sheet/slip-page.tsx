import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { councilQuery } from '../../api/queries'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { requireActing, pathParam } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { isDay, longDate, timeRange } from '../../text/dates'
import { dayQuery } from '../board/queries'
import { hubQuery } from '../hub/queries'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const date = pathParam(args, 'date')
    const hubId = pathParam(args, 'hubId')
    if (!isDay(date)) throw new Problem(404, {})
    const [day] = await Promise.all([
      client.ensureQueryData({ ...dayQuery(hubId, date), revalidateIfStale: true }),
      client.ensureQueryData(hubQuery(hubId)),
    ])
    const slots = day.sessions.flatMap((session) => session.slots)
    if (!slots.some(({ bookings }) => bookings.some(({ id }) => id === pathParam(args, 'bookingId')))) {
      throw new Problem(404, {})
    }
    return null
  },
  Component: Slip,
})

/** A slip to take home: when, where and whom to call. It names no person, so that it says nothing about its owner. */
function Slip() {
  const { t } = useTranslation(['day-sheet', 'common'])
  const params = useParams()
  const hubId = pathParam({ params }, 'hubId')
  const date = pathParam({ params }, 'date')
  const bookingId = pathParam({ params }, 'bookingId')
  const { data: day } = useSuspenseQuery(dayQuery(hubId, date))
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const slots = day.sessions.flatMap((session) => session.slots)
  const slot = slots.find(({ bookings }) => bookings.some(({ id }) => id === bookingId))
  return (
    <Page heading={t('day-sheet:slip.heading')} back={{ href: paths.day(hubId, date), text: t('day-sheet:back') }}>
      <Button type="button" onClick={() => window.print()}>
        {t('day-sheet:print')}
      </Button>
      <article className="slip">
        {council && <p>{council.name}</p>}
        <p className="slip__when">
          {longDate(date)}
          <br />
          {slot && timeRange(slot.starts, slot.ends)}
        </p>
        <p>
          <strong>{hub.name}</strong>
          <br />
          {[...hub.address, hub.postcode].join(', ')}
        </p>
        {council?.contactPhone && (
          <p>
            {t('day-sheet:slip.call')} <strong>{council.contactPhone}</strong>
            {council.contactHours && (
              <>
                <br />
                {council.contactHours}
              </>
            )}
            {council.relayNumber && (
              <>
                <br />
                {council.relayNumber}
              </>
            )}
          </p>
        )}
      </article>
    </Page>
  )
}
