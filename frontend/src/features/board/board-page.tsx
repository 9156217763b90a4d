import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { redirect, useLocation, useNavigate, useOutlet, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { councilQuery } from '../../api/queries'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useMay } from '../../page/authorities'
import { lastHub, namesHidden } from '../../page/device-preferences'
import { useFlashMessage } from '../../page/flash-message'
import { FormSummary } from '../../page/form'
import { requireActing, pathParam } from '../../page/guards'
import { useLate } from '../../page/late'
import { useNow } from '../../page/now'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { addDays, dayAndMonth, isDay, longDate, timeAt, today, type Day as CalendarDay } from '../../text/dates'
import { usePeopleToTell } from '../people-to-tell/queries'
import { useCountToFinish } from '../to-finish/queries'
import { BoardActions } from './board-actions'
import type { BoardContext } from './board-context'
import { BoardDay } from './board-day'
import { DayNavigation } from './day-navigation'
import { initials } from './initials'
import { LiveNotice } from './live-notice'
import { dayQuery } from './queries'
import { StepResult } from './step-result'
import { useBoardShortcuts } from './use-board-shortcuts'
import { useBoardSteps } from './use-board-steps'
import { useDay } from './use-day'
import { someoneIsHere, useNewDay } from './use-new-day'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const hubId = pathParam(args, 'hubId')
    const date = pathParam(args, 'date')
    if (date === 'today') throw redirect(paths.day(hubId, today()))
    if (!isDay(date)) throw new Problem(404, {})
    const day = await client.ensureQueryData({ ...dayQuery(hubId, date), revalidateIfStale: true })
    lastHub.set(hubId)
    return day
  },
  Component: BoardPage,
})

/** A board of its own for each day, so that a message about one day does not show on the next. */
function BoardPage() {
  const params = useParams()
  const hubId = pathParam({ params }, 'hubId')
  const date = pathParam({ params }, 'date')
  return <Board key={`${hubId} ${date}`} hubId={hubId} date={date} />
}

function Board({ hubId, date }: { hubId: string; date: CalendarDay }) {
  const { t } = useTranslation(['board', 'common'])
  const may = useMay()
  const navigate = useNavigate()
  const now = useNow()
  const { day, connection, staleSince } = useDay(hubId, date)
  const { data: council } = useSuspenseQuery(councilQuery())
  const flash = useFlashMessage<string>()
  const peopleToTell = usePeopleToTell(hubId)
  // Not needed for the first look at the day.
  const beside = useLate(true, () => import('../to-finish/to-finish'))
  const toFinish = useCountToFinish(hubId) + peopleToTell.length
  const name = council.labels.talkingPoint
  const past = date < today(now)
  const isToday = date === today(now)
  const wasYesterday = date === addDays(today(now), -1)
  const mayBook = may('booking:write') && !past
  const mayQueue = may('booking:write') && isToday
  const mayFinish = may('booking:write') && (isToday || wasYesterday)
  const [hidden, setHidden] = useState(namesHidden.on)
  const call = (personName: string) => (hidden ? initials(personName) : personName)
  const steps = useBoardSteps(call, hidden)
  const context: BoardContext = {
    day,
    name,
    call,
    namesHidden: hidden,
    done: (text, booking) => {
      const undo = booking && { name: call(booking.personName), undo: () => steps.stepBooking(booking, 'undo') }
      steps.show(text, undo)
      void navigate(paths.day(hubId, date))
    },
  }
  const outlet = useOutlet(context)
  const panel = outlet !== null
  const opened = useLocation().pathname
  const { clear } = steps
  // What was said about one person must not be read as being about the next.
  useLayoutEffect(() => {
    if (panel) clear()
  }, [panel, opened, clear])
  useNewDay(hubId, date, now, panel || someoneIsHere(day))
  const shortcut = useBoardShortcuts({ mayBook, mayQueue, panel, hideNames, hubId, date })

  function hideNames() {
    namesHidden.turn(!hidden)
    setHidden(!hidden)
  }

  return (
    <Page
      heading={date.slice(0, 4) === today(now).slice(0, 4) ? dayAndMonth(date) : longDate(date)}
      title={panel ? null : t('title', { date: longDate(date), hub: day.hub.name })}
      wrong={steps.errors.length > 0}
      wide
      caption={
        <>
          <span>{day.hub.name}</span>{' '}
          <a className="govuk-link change-hub" href={paths.chooseHubForToday}>
            {t('changeHub')}
          </a>
        </>
      }
      beside={<DayNavigation hubId={hubId} date={date} now={now} />}
    >
      {flash && (
        <NotificationBanner success className="page__notice">
          {flash}
        </NotificationBanner>
      )}
      <FormSummary errors={steps.errors} />
      <LiveNotice live={connection} panel={panel} />
      {staleSince && <InsetText role="alert">{t('stale', { time: timeAt(staleSince) })}</InsetText>}
      {(day.sessions.length > 0 || !past) && (
        <BoardActions {...{ hubId, date, mayBook, mayQueue, toFinish }} namesHidden={hidden} onHideNames={hideNames} />
      )}
      <StepResult result={steps.result} busy={steps.busy} />
      <div className={panel ? 'board board--panel' : 'board'}>
        <BoardDay
          {...{ day, name, now, mayBook, mayQueue, mayFinish, steps, shortcut, peopleToTell }}
          namesHidden={hidden}
        />
        {outlet}
        {beside.part && (
          <beside.part.ToFinish hubId={hubId} toTell={peopleToTell.length} call={call} namesHidden={hidden} />
        )}
        {beside.error !== undefined && (
          <Unavailable error={beside.error} words={t('common:notLoaded')} onAgain={beside.again} />
        )}
      </div>
    </Page>
  )
}
