import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { redirect, useNavigate, useOutlet, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { councilQuery } from '../../api/queries'
import { signInAddress } from '../../api/session'
import type { Day, DayBooking, WalkIn } from '../../api/types'
import { Counts, SessionTable, type BoardStep } from './board-table'
import { initials } from './initials'
import { useLiveDay, type Live } from './live'
import { dayQuery, useStep } from './queries'
import { useWalkInStep, type WalkInStep } from '../walk-in/queries'
import { Undo } from './undo'
import { useWalkInName, WalkIns } from '../walk-in/walk-ins'
import { ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useMay } from '../../page/authorities'
import { FormSummary, type FormError } from '../../page/form'
import { useNow } from '../../page/now'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { lastHub, namesHidden, shortcuts } from '../../page/device-preferences'
import { useToldOnce } from '../../page/flash-message'
import { acting, param } from '../../page/guards'
import {
  addDays,
  dayAndMonth,
  isDay,
  longDate,
  timeAt,
  timeOfDay,
  today,
  type Day as CalendarDay,
} from '../../text/dates'
import { paths } from '../../page/paths'

/** What the panel beside the board needs to know. */
export interface BoardContext {
  day: Day
  name: string
  /** What to call somebody on the board, where names may be hidden. */
  call: (personName: string) => string
  /** Closes the panel, and lets the board say what was done; a booking that was changed can be changed back. */
  done: (text: string, booking?: DayBooking) => void
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await acting(client)
    const hubId = param(args, 'hubId')
    const date = param(args, 'date')
    if (date === 'today') throw redirect(paths.day(hubId, today()))
    if (!isDay(date)) throw new Problem(404, {})
    const day = await client.ensureQueryData({ ...dayQuery(hubId, date), revalidateIfStale: true })
    lastHub.set(hubId)
    return day
  },
  Component: DayPage,
})

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
}

/** Single letters do things, from anywhere on the board but a box that is typed in. */
function useShortcuts(on: boolean, keys: Record<string, () => void>) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useLayoutEffect(() => {
    if (!on) return
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const go = latest.current[event.key.toLowerCase()]
      if (!go) return
      event.preventDefault()
      go()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

function Empty({ day, mayPlan }: { day: Day; mayPlan: boolean }) {
  const { t } = useTranslation('board')
  const hub = day.hub.name
  return (
    <section className="card card--empty">
      <h2 className="govuk-heading-m">
        {day.today ? t('empty.headingToday', { hub }) : t('empty.heading', { hub, date: longDate(day.date) })}
      </h2>
      <p className="govuk-body">
        {day.next ? (
          <>
            {t('empty.next')}{' '}
            <a className="govuk-link" href={paths.day(day.hub.id, day.next.date)}>
              {t('empty.nextAt', { date: longDate(day.next.date), time: timeOfDay(day.next.starts) })}
            </a>
            .
          </>
        ) : (
          t('empty.none')
        )}
      </p>
      {mayPlan && (
        <ButtonLink className="govuk-button--secondary" href={paths.newSession(day.hub.id)}>
          {t('actions.newSession')}
        </ButtonLink>
      )}
    </section>
  )
}

const ASK_AGAIN_MS = 20_000

/** Somebody waits or is in conversation: their day goes on, whatever the clock says. */
function someoneIsHere(day: Day): boolean {
  const here = ['arrived', 'in-conversation', 'waiting']
  return (
    day.walkIns.some(({ status }) => here.includes(status)) ||
    day.sessions.some(({ slots }) => slots.some(({ bookings }) => bookings.some(({ status }) => here.includes(status))))
  )
}

/** A board of today that is left open goes on to the new day, unless somebody is in the middle of something. */
function useNewDay(hubId: string, date: CalendarDay, now: Date, busy: boolean) {
  const navigate = useNavigate()
  const wasToday = useRef<CalendarDay>(undefined)
  useEffect(() => {
    const is = today(now)
    if (date === is) wasToday.current = date
    else if (wasToday.current === date && !busy) void navigate(paths.day(hubId, is), { replace: true })
  }, [hubId, date, now, busy, navigate])
}

/** What the board says of how it hears of others, where it does not. */
function LiveNotice({ live, panel }: { live: Live; panel: boolean }) {
  const { t } = useTranslation('board')
  if (live === 'connecting' || live === 'live') return null
  if (live === 'cut') return <InsetText role="status">{t('live.cut')}</InsetText>
  if (live === 'not-allowed') return <InsetText role="alert">{t('live.not-allowed')}</InsetText>
  // What is typed in the panel would be lost on the way to sign-in and back.
  if (panel) return <InsetText role="alert">{problemText(new Problem(401, {}))}</InsetText>
  return (
    <InsetText role="alert">
      <Trans
        ns="board"
        i18nKey="live.signed-out"
        // Its words come from the translation.
        // eslint-disable-next-line jsx-a11y-x/anchor-has-content
        components={{ signIn: <a className="govuk-link" href={signInAddress(window.location.pathname)} /> }}
      />
    </InsetText>
  )
}

/** What the board said last, about whom, and what would take it back. */
interface Said {
  text: string
  nth: number
  name?: string
  undo?: () => void
}

const SAID = { 'check-in': 'checkedIn', start: 'started', finish: 'finished' } as const
const PROBLEMS = ['too-late-to-undo', 'slot-full', 'slot-over', 'already-booked', 'moved-meanwhile', 'not-started']

/** Anew for each day: what was said of one is not said of the next. */
function DayPage() {
  const params = useParams()
  const hubId = param({ params }, 'hubId')
  const date = param({ params }, 'date')
  return <Board key={`${hubId} ${date}`} hubId={hubId} date={date} />
}

function Board({ hubId, date }: { hubId: string; date: CalendarDay }) {
  const { t } = useTranslation(['board', 'walk-in'])
  const may = useMay()
  const navigate = useNavigate()
  const here = paths.day(hubId, date)
  const now = useNow()
  const live = useLiveDay(hubId, date)
  // Asked now and then while nobody tells us; no more once we may not ask.
  const asking = live === 'cut' || live === 'connecting' ? ASK_AGAIN_MS : false
  const query = useSuspenseQuery({ ...dayQuery(hubId, date), refetchInterval: asking })
  const day = query.data
  const heard = query.error instanceof Problem && query.error.status === 401 ? 'signed-out' : live
  const { data: council } = useSuspenseQuery(councilQuery())
  const step = useStep()
  const [said, setSaid] = useState<Said>()
  const [errors, setErrors] = useState<FormError<string>[]>([])
  const [shortcut, setShortcut] = useState(shortcuts.on)
  const told = useToldOnce<string>()
  const name = council.talkingPoint
  const past = date < today(now)
  const mayBook = may('booking:write') && !past && day.sessions.length > 0
  const [hidden, setHidden] = useState(namesHidden.on)
  const walkInStep = useWalkInStep()
  const callWalkIn = useWalkInName()
  const call = (personName: string) => (hidden ? initials(personName) : personName)
  const near = date >= addDays(today(now), -1) && date <= addDays(today(now), 1)
  const mayQueue = may('booking:write') && near
  const outlet = useOutlet({
    day,
    name,
    call,
    done: (text, booking) => {
      setErrors([])
      setSaid({
        text,
        nth: (said?.nth ?? 0) + 1,
        ...(booking && { name: call(booking.personName), undo: () => change(booking, 'undo') }),
      })
      void navigate(here)
    },
  } satisfies BoardContext)
  const panel = outlet !== null
  useNewDay(hubId, date, now, panel || someoneIsHere(day))
  useShortcuts(shortcut && !panel, {
    ...(mayBook && { b: () => void navigate(`${here}/book`) }),
    ...(mayQueue && { w: () => void navigate(`${here}/walk-in`) }),
    h: hide,
  })

  function hide() {
    namesHidden.turn(!hidden)
    setHidden(!hidden)
  }

  function stepWalkIn(walkIn: WalkIn, next: WalkInStep) {
    setErrors([])
    const name = callWalkIn(walkIn, hidden)
    walkInStep.mutate(
      { step: next, walkInId: walkIn.id },
      {
        onSuccess: () => {
          const nth = (said?.nth ?? 0) + 1
          setSaid({
            text: t(`walk-in:said.${next}`, { name }),
            nth,
            ...(next !== 'undo' && { name, undo: () => stepWalkIn(walkIn, 'undo') }),
          })
          document.getElementById(`walk-in-${walkIn.id}`)?.focus()
        },
        onError: (error) => {
          setSaid(undefined)
          setErrors([{ text: stepProblem(error, name), field: `walk-in-${walkIn.id}` }])
        },
      },
    )
  }

  function change(booking: DayBooking, next: BoardStep | 'undo') {
    setErrors([])
    const name = call(booking.personName)
    step.mutate(
      { step: next, bookingId: booking.id },
      {
        onSuccess: (changed) => {
          const nth = (said?.nth ?? 0) + 1
          const time = timeAt(changed.arrivedAt ?? new Date())
          const other = changed.changedByName
          if (next === 'undo') setSaid({ text: t('undone', { name }), nth })
          else if (next === 'check-in' && other && other !== council.me.name)
            setSaid({ text: t('byOther', { name, other, time }), nth })
          else setSaid({ text: t(SAID[next], { name, time }), nth, name, undo: () => change(booking, 'undo') })
          // The button goes away: the focus stays in its row.
          document.getElementById(`booking-${booking.id}`)?.focus()
        },
        onError: (error) => {
          setSaid(undefined)
          setErrors([{ text: stepProblem(error, name), field: `booking-${booking.id}` }])
        },
      },
    )
  }

  function stepProblem(error: unknown, name: string) {
    if (!(error instanceof Problem)) return problemText(error)
    if (error.type === 'not-today') return t('notToday', { name })
    if (error.type === 'wrong-status') {
      const status = t(`status.${String(error.body.status)}` as 'status.expected')
      return t('problem.wrong-status', { status })
    }
    if (PROBLEMS.includes(error.type)) return t(`problem.${error.type}` as 'problem.slot-full', { name })
    return problemText(error)
  }

  const heading = date.slice(0, 4) === today(now).slice(0, 4) ? dayAndMonth(date) : longDate(date)
  return (
    <Page
      heading={heading}
      title={panel ? null : t('title', { date: longDate(date), hub: day.hub.name })}
      wrong={errors.length > 0}
      wide
      caption={
        <>
          {day.hub.name}{' '}
          <a className="govuk-link change-hub" href={paths.chooseHubForToday}>
            {t('changeHub')}
          </a>
        </>
      }
      beside={
        <nav className="days-nav" aria-label={t('days')}>
          <a className="btn btn--quiet" href={paths.day(hubId, addDays(date, -1))} rel="prev">
            <span aria-hidden="true">‹ </span>
            {t('previousDay')}
          </a>
          {date !== today(now) && (
            <a className="btn btn--quiet" href={paths.day(hubId, 'today')}>
              {t('goToToday')}
            </a>
          )}
          <a className="btn btn--quiet" href={paths.day(hubId, addDays(date, 1))} rel="next">
            {t('nextDay')}
            <span aria-hidden="true"> ›</span>
          </a>
        </nav>
      }
    >
      {told && (
        <NotificationBanner success className="page__notice">
          {told}
        </NotificationBanner>
      )}
      <FormSummary errors={errors} />
      <LiveNotice live={heard} panel={panel} />
      {query.isError && heard !== 'signed-out' && (
        <InsetText role="alert">{t('stale', { time: timeAt(new Date(query.dataUpdatedAt)) })}</InsetText>
      )}
      {(day.sessions.length > 0 || mayQueue) && (
        <div className="actions">
          {mayBook && (
            <a className="btn btn--primary" href={`${here}/book`} id="book-someone">
              {t('actions.book')}
            </a>
          )}
          {mayQueue && (
            <a className="btn" href={`${here}/walk-in`}>
              {t('actions.walkIn')}
            </a>
          )}
          <a className="btn" href={`${here}/sheet`}>
            {t('actions.print')}
          </a>
          <button type="button" className="btn" aria-pressed={hidden} onClick={hide}>
            {t('actions.hideNames')}
          </button>
          {may('session:write') && (
            <a className="btn" href={paths.newSession(hubId)}>
              {t('actions.newSession')}
            </a>
          )}
        </div>
      )}
      <div role="status" className="said">
        {said && (
          <p className="status status--ok">
            {said.text}{' '}
            {said.undo && (
              <Undo
                key={said.nth}
                what={said.name ?? ''}
                busy={step.isPending || walkInStep.isPending}
                onUndo={said.undo}
              />
            )}
          </p>
        )}
      </div>
      <div className={panel ? 'board board--panel' : 'board'}>
        <div className="board__day">
          {day.sessions.length === 0 ? (
            <Empty day={day} mayPlan={may('session:write')} />
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
                    bookAddress: mayBook ? (slot) => `${here}/book?slot=${slot.id}` : undefined,
                    onStep: may('booking:write') && near ? change : undefined,
                    changing: step.isPending ? step.variables.bookingId : undefined,
                    extendAddress: may('slot:extend') ? (slot) => `${here}/slots/${slot.id}/extra-place` : undefined,
                    sessionAddress: may('session:write') && !past ? ({ id }) => paths.session(id) : undefined,
                    changeAddress: may('booking:write') ? (booking) => `${here}/bookings/${booking.id}` : undefined,
                  }}
                />
              ))}
              {(mayBook || mayQueue) && (
                <p className="govuk-body-s shortcut">
                  {t(shortcut ? 'shortcut.on' : 'shortcut.off')}{' '}
                  <button
                    type="button"
                    className="linkish"
                    onClick={() => {
                      shortcuts.turn(!shortcut)
                      setShortcut(!shortcut)
                    }}
                  >
                    {t(shortcut ? 'shortcut.turnOff' : 'shortcut.turnOn')}
                  </button>
                </p>
              )}
            </>
          )}
          <WalkIns
            walkIns={day.walkIns}
            now={now}
            hideNames={hidden}
            onStep={mayQueue ? stepWalkIn : undefined}
            changing={walkInStep.isPending ? walkInStep.variables.walkInId : undefined}
          />
        </div>
        {outlet}
      </div>
    </Page>
  )
}
