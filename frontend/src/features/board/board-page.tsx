import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { redirect, useNavigate, useOutlet, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { councilQuery } from '../../api/queries'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useMay } from '../../page/authorities'
import { lastHub, namesHidden, shortcuts } from '../../page/device-preferences'
import { useFlashMessage } from '../../page/flash-message'
import { FormSummary } from '../../page/form'
import { requireActing, pathParam } from '../../page/guards'
import { useNow } from '../../page/now'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { inServiceTime } from '../../text/clock'
import { addDays, dayAndMonth, isDay, longDate, timeAt, today, type Day as CalendarDay } from '../../text/dates'
import { WalkIns } from '../walk-in/walk-ins'
import { BoardActions } from './board-actions'
import type { BoardContext } from './board-context'
import { Counts, SessionTable } from './board-table'
import { DayNavigation } from './day-navigation'
import { EmptyDay } from './empty-day'
import { initials } from './initials'
import { useLiveDay } from './live'
import { LiveNotice } from './live-notice'
import { dayQuery } from './queries'
import { ShortcutSwitch } from './shortcut-switch'
import { Undo } from './undo'
import { useBoardSteps } from './use-board-steps'
import { someoneIsHere, useNewDay } from './use-new-day'
import { useShortcuts } from './use-shortcuts'

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

const ASK_AGAIN_MS = 20_000

/** A board of its own for each day, so that a message about one day does not show on the next. */
function BoardPage() {
  const params = useParams()
  const hubId = pathParam({ params }, 'hubId')
  const date = pathParam({ params }, 'date')
  return <Board key={`${hubId} ${date}`} hubId={hubId} date={date} />
}

/** Reads the day again every 20 seconds while no event stream is open, until it is no longer allowed. */
function useDay(hubId: string, date: CalendarDay) {
  const live = useLiveDay(hubId, date)
  const asking = live === 'cut' || live === 'connecting' ? ASK_AGAIN_MS : false
  const query = useSuspenseQuery({ ...dayQuery(hubId, date), refetchInterval: asking })
  const signedOut = query.error instanceof Problem && query.error.status === 401
  const connection = signedOut ? 'signed-out' : live
  return {
    day: query.data,
    connection,
    staleSince: query.isError && connection !== 'signed-out' ? inServiceTime(query.dataUpdatedAt) : undefined,
  } as const
}

/** Letters that act on the board, while they are on and no panel is open. */
function useBoardShortcuts({ mayBook, mayQueue, panel, hideNames, hubId, date }: ShortcutKeys) {
  const navigate = useNavigate()
  const [on, setOn] = useState(shortcuts.on)
  useShortcuts(on && !panel, {
    ...(mayBook && { b: () => void navigate(paths.bookSomeone(hubId, date)) }),
    ...(mayQueue && { w: () => void navigate(paths.addWalkIn(hubId, date)) }),
    h: hideNames,
  })
  return {
    on,
    onSwitch: () => {
      shortcuts.turn(!on)
      setOn(!on)
    },
  }
}

interface ShortcutKeys {
  mayBook: boolean
  mayQueue: boolean
  panel: boolean
  hideNames: () => void
  hubId: string
  date: CalendarDay
}

function Board({ hubId, date }: { hubId: string; date: CalendarDay }) {
  const { t } = useTranslation('board')
  const may = useMay()
  const navigate = useNavigate()
  const now = useNow()
  const { day, connection, staleSince } = useDay(hubId, date)
  const { data: council } = useSuspenseQuery(councilQuery())
  const flash = useFlashMessage<string>()
  const name = council.labels.talkingPoint
  const past = date < today(now)
  const near = date >= addDays(today(now), -1) && date <= addDays(today(now), 1)
  const mayBook = may('booking:write') && !past && day.sessions.length > 0
  const mayQueue = may('booking:write') && near
  const [hidden, setHidden] = useState(namesHidden.on)
  const call = (personName: string) => (hidden ? initials(personName) : personName)
  const steps = useBoardSteps(call, hidden)
  const context: BoardContext = {
    day,
    name,
    call,
    done: (text, booking) => {
      const undo = booking && { name: call(booking.personName), undo: () => steps.stepBooking(booking, 'undo') }
      steps.show(text, undo)
      void navigate(paths.day(hubId, date))
    },
  }
  const outlet = useOutlet(context)
  const panel = outlet !== null
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
      {(day.sessions.length > 0 || mayQueue) && (
        <BoardActions {...{ hubId, date, mayBook, mayQueue }} namesHidden={hidden} onHideNames={hideNames} />
      )}
      <div role="status" className="said">
        {steps.result && (
          <p className="status status--ok">
            <span>{steps.result.text}</span>{' '}
            {steps.result.undo && (
              <Undo
                key={steps.result.nth}
                what={steps.result.name ?? ''}
                busy={steps.busy}
                onUndo={steps.result.undo}
              />
            )}
          </p>
        )}
      </div>
      <div className={panel ? 'board board--panel' : 'board'}>
        <div className="board__day">
          {day.sessions.length === 0 ? (
            <EmptyDay day={day} mayPlan={may('session:write')} />
          ) : (
            <>
              <Counts day={day} />
              {day.sessions.map((each) => (
                <SessionTable
                  key={each.id}
                  session={each}
                  name={name}
                  now={now}
                  actions={{
                    hideNames: hidden,
                    bookAddress: mayBook ? (slot) => paths.bookSomeone(hubId, date, slot.id) : undefined,
                    onStep: mayQueue ? steps.stepBooking : undefined,
                    changing: steps.changingBooking,
                    extendAddress: may('slot:extend') ? (slot) => paths.extraPlace(hubId, date, slot.id) : undefined,
                    sessionAddress: may('session:write') && !past ? ({ id }) => paths.session(id) : undefined,
                    changeAddress: may('booking:write')
                      ? (booking) => paths.booking(hubId, date, booking.id)
                      : undefined,
                  }}
                />
              ))}
              {(mayBook || mayQueue) && <ShortcutSwitch {...shortcut} />}
            </>
          )}
          <WalkIns
            walkIns={day.walkIns}
            now={now}
            hideNames={hidden}
            onStep={mayQueue ? steps.stepWalkIn : undefined}
            changing={steps.changingWalkIn}
          />
        </div>
        {outlet}
      </div>
    </Page>
  )
}
