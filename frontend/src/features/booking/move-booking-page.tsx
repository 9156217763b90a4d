import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { FreeSlot } from '../../api/types'
import { useHold } from './hold'
import { Panel } from '../board/panel'
import { OverlapNotice, useOverlap } from './overlap'
import { placeGone } from './place-gone'
import { bookingQuery, freeSlotsQuery, useMoveBooking } from './queries'
import { SlotPicker } from './slot-picker'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { FormSummary, type FormError } from '../../page/form'
import { problemText, unreadable } from '../../page/problem-text'
import { Loading } from '../../page/loading'
import { requireActing, pathParam } from '../../page/guards'
import { dayAndMonth, timeOfDay, today, type Day } from '../../text/dates'
import type { BoardContext } from '../board/board-context'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'

function offeredFrom(date: Day): Day {
  return date < today() ? today() : date
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    void client.prefetchQuery(freeSlotsQuery(pathParam(args, 'hubId'), offeredFrom(pathParam(args, 'date'))))
    return null
  },
  Component: MoveBooking,
})

/** The times for a booking, and where the booking is now. */
function MoveBooking() {
  const { t } = useTranslation('booking')
  const { day, call, done } = useOutletContext<BoardContext>()
  const params = useParams()
  const bookingId = pathParam({ params }, 'bookingId')
  const board = paths.day(day.hub.id, day.date)
  const free = useQuery(freeSlotsQuery(day.hub.id, offeredFrom(day.date)))
  const { data: booking, error: unread } = useQuery(bookingQuery(bookingId))
  const [asked, setAsked] = useState<string>()
  const [offered, setOffered] = useState<FreeSlot[]>([])
  const [errors, setErrors] = useState<FormError<string>[]>([])
  const move = useMoveBooking()
  const overlap = useOverlap()
  const sending = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const { held, keep, take, used } = useHold(gone)
  const [was] = useState(() =>
    day.sessions.flatMap(({ slots }) => slots.flatMap(({ bookings }) => bookings)).find(({ id }) => id === bookingId),
  )
  const name = call(was?.personName ?? booking?.personName ?? '')

  const known = free.data?.items ?? []
  const extra = held && !offered.some(({ id }) => id === held.id) ? [...offered, held] : offered
  const slots = [...known, ...extra.filter((slot) => !known.some((other) => other.id === slot.id))]
    .filter((slot) => slot.id !== booking?.slotId)
    .sort((a, b) => `${a.date} ${a.starts}`.localeCompare(`${b.date} ${b.starts}`))
  const picked = slots.find((slot) => slot.id === asked) ?? slots[0]
  const keeping = booking ? picked : undefined
  const overlaps = overlap.at(booking?.personId, picked?.id)
  useEffect(() => {
    if (keeping) keep(keeping)
  }, [keeping, keep])

  function gone(error: unknown, slot: FreeSlot) {
    const found = placeGone(error, slot)
    if (!found) return setErrors([{ text: problemText(error) }])
    used(slot.id)
    setOffered(found.alternatives)
    setAsked(found.alternatives[0]?.id)
    void free.refetch()
    setErrors([{ text: found.text, field: 'slot' }])
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    if (sending.current) return
    if (!picked) return setErrors([{ text: t('move.select') }])
    setErrors([])
    sending.current = true
    try {
      const moved = await move.mutateAsync({
        bookingId,
        slotId: picked.id,
        holdId: await take(picked.id),
        overlapConfirmed: !!overlaps,
      })
      used(picked.id)
      const words = { name, time: timeOfDay(moved.starts), date: dayAndMonth(moved.date) }
      done(t('move.done', words), was)
    } catch (error) {
      if (error instanceof Problem && error.type === 'already-booked') {
        setErrors([{ text: t('move.already', { name, time: timeOfDay(picked.starts) }), field: 'slot' }])
      } else if (!booking || !overlap.takes(error, booking.personId, picked.id)) gone(error, picked)
    }
    sending.current = false
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <Panel heading={t('move.heading')} title={t('move.title', { name })} close={board} wrong={errors.length > 0}>
      <FormSummary errors={errors} />
      {unread && !booking ? (
        <InsetText>{unreadable(unread, t('gone'))}</InsetText>
      ) : !booking || !free.data ? (
        free.isError ? (
          <Unavailable error={free.error} words={t('unavailable')} onAgain={() => void free.refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        // The keys work on what bubbles up from the form's own controls.
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
        <form noValidate ref={form} onSubmit={(event) => void send(event)} onKeyDown={press}>
          <p className="govuk-body">
            <strong className="chosen__name">{name}</strong>
          </p>
          <InsetText>
            {t('move.original', {
              time: timeOfDay(booking.original?.starts ?? booking.starts),
              date: dayAndMonth(booking.original?.date ?? booking.date),
            })}
          </InsetText>
          {slots.length === 0 ? (
            <p className="govuk-body">{t('move.none', { hub: booking.hubName })}</p>
          ) : (
            <>
              <SlotPicker
                slots={slots}
                value={picked?.id}
                onChange={setAsked}
                error={errors.find(({ field }) => field === 'slot')?.text}
              />
              {overlaps && <OverlapNotice name={name} overlaps={overlaps} />}
              <div className="panel__send">
                <Button busy={move.isPending}>
                  {t(move.isPending ? 'move.sending' : overlaps ? 'move.sendAllTheSame' : 'move.send')}
                </Button>
                <a className="govuk-link" href={board}>
                  {t('move.keep')}
                </a>
              </div>
            </>
          )}
        </form>
      )}
    </Panel>
  )
}
