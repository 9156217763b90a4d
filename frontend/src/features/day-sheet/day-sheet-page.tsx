import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { sessionQuery } from '../../api/queries'
import type { Day, DaySession } from '../../api/types'
import { initials } from '../board/initials'
import { dayQuery } from '../board/queries'
import { useWalkInName } from '../walk-in/walk-ins'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { InsetText } from '../../govuk/inset-text'
import { classes } from '../../govuk/classes'
import { useNow } from '../../page/now'
import { Page } from '../../page/page'
import { namesHidden } from '../../page/device-preferences'
import { requireActing, pathParam } from '../../page/guards'
import { isDay, longDate, timeAt, timeOfDay, timeRange, today } from '../../text/dates'
import { paths } from '../../page/paths'
import { lookup } from '../../text/lookup'
import { useNumberedPages } from './numbered-pages'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const date = pathParam(args, 'date')
    if (!isDay(date)) throw new Problem(404, {})
    return client.ensureQueryData({ ...dayQuery(pathParam(args, 'hubId'), date), revalidateIfStale: true })
  },
  Component: DaySheet,
})

/** The day on paper, for when there is no screen: A4 across, with room to tick and to write. */
function DaySheet() {
  const { t } = useTranslation('day-sheet')
  const params = useParams()
  const hubId = pathParam({ params }, 'hubId')
  const date = pathParam({ params }, 'date')
  const { data: day } = useSuspenseQuery(dayQuery(hubId, date))
  const { data: session } = useQuery({ ...sessionQuery(), enabled: false })
  const now = useNow()
  useNumberedPages()
  const [how, setHow] = useState(() => (namesHidden.on() ? ['initials'] : []))
  return (
    <Page
      heading={t('heading', { hub: day.hub.name })}
      title={t('title', { date: longDate(date), hub: day.hub.name })}
      back={{ href: paths.day(hubId, date), text: t('back') }}
      wide
    >
      <div className="sheet-options">
        <Checkboxes
          name="how"
          className="govuk-checkboxes--small"
          legend={{ text: t('how.legend'), className: 'govuk-fieldset__legend--s' }}
          items={[
            { value: 'initials', text: t('how.initials') },
            { value: 'large', text: t('how.large') },
          ]}
          values={how}
          onChange={setHow}
        />
        <Button type="button" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {day.sessions.length === 0 && day.walkIns.length === 0 ? (
        <InsetText>{t('nothing', { date: longDate(date) })}</InsetText>
      ) : (
        <div className={classes('day-sheet', how.includes('large') && 'day-sheet--large')}>
          {day.sessions.map((each) => (
            <SheetTable key={each.id} session={each} date={date} now={now} onlyInitials={how.includes('initials')} />
          ))}
          {day.walkIns.length > 0 && <WalkInTable day={day} onlyInitials={how.includes('initials')} />}
          <p className="day-sheet__by">
            {t('printed', { name: session?.name, time: timeAt(now), date: longDate(today(now)) })}
          </p>
        </div>
      )}
    </Page>
  )
}

function Head({ type, about }: { type?: string | undefined; about: string }) {
  const { t } = useTranslation('day-sheet')
  return (
    <thead>
      <tr>
        <th scope="col" className="day-sheet__tick">
          <span aria-hidden="true">✓</span>
          <span className="govuk-visually-hidden">{t('column.seen')}</span>
        </th>
        <th scope="col">{t('column.time')}</th>
        <th scope="col">{t('column.person')}</th>
        {type && <th scope="col">{t('column.kind')}</th>}
        <th scope="col">{about}</th>
        <th scope="col" className="day-sheet__notes">
          {t('column.notes')}
        </th>
      </tr>
    </thead>
  )
}

interface RowProps {
  time: string
  person: string
  type?: string | undefined
  about: string
}

function Row({ time, person, type, about }: RowProps) {
  return (
    <tr>
      <td className="day-sheet__tick">
        <span className="day-sheet__box" aria-hidden="true" />
      </td>
      <td className="slots__time">{time}</td>
      <td>{person}</td>
      {type && <td>{type}</td>}
      <td>{about}</td>
      <td />
    </tr>
  )
}

interface SheetTableProps {
  session: DaySession
  date: string
  now: Date
  onlyInitials: boolean
}

/** One row for each person and for each place that can still be booked. */
function SheetTable({ session, date, now, onlyInitials }: SheetTableProps) {
  const { t } = useTranslation(['day-sheet', 'person', 'board'])
  return (
    <table>
      <caption>
        {t(session.room ? 'day-sheet:captionInRoom' : 'day-sheet:caption', {
          date: longDate(date),
          times: timeRange(session.starts, session.ends),
          room: session.room,
        })}
      </caption>
      <Head type={session.kind} about={t('day-sheet:column.needs')} />
      <tbody>
        {session.slots.flatMap((slot) => [
          ...slot.bookings
            .filter(({ status }) => status !== 'cancelled')
            .map((booking) => (
              <Row
                key={booking.id}
                time={timeOfDay(slot.starts)}
                person={onlyInitials ? initials(booking.personName) : booking.personName}
                type={session.kind}
                about={booking.needs.map((need) => lookup('person', 'need', need)).join(', ')}
              />
            )),
          ...Array.from({ length: new Date(slot.endsAt) > now ? slot.left : 0 }, (_, nth) => (
            <Row key={`${slot.id} ${nth}`} time={timeOfDay(slot.starts)} person="—" type={session.kind} about="" />
          )),
        ])}
      </tbody>
      {session.headcount != null && (
        <tfoot>
          <tr>
            <td colSpan={session.kind ? 6 : 5}>{t('board:headcount.came', { count: session.headcount })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function WalkInTable({ day, onlyInitials }: { day: Day; onlyInitials: boolean }) {
  const { t } = useTranslation(['day-sheet', 'walk-in'])
  const call = useWalkInName()
  return (
    <table>
      <caption>{t('day-sheet:captionOfWalkIns', { date: longDate(day.date) })}</caption>
      <Head about={t('walk-in:column.reason')} />
      <tbody>
        {day.walkIns.map((walkIn) => (
          <Row
            key={walkIn.id}
            time={timeAt(walkIn.arrivedAt)}
            person={call(walkIn, onlyInitials)}
            about={t(`walk-in:reason.${walkIn.reason}`)}
          />
        ))}
      </tbody>
    </table>
  )
}
