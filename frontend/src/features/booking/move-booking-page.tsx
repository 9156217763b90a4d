import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { FreeSlot } from '../../api/types'
import { Panel } from '../board/panel'
import { OverlapNotice, useOverlap } from './overlap'
import { bookingQuery, freeSlotsQuery, useMoveBooking } from './queries'
import { offeredFrom, useSlotChoice } from './slot-choice'
import { SlotPicker } from './slot-picker'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { FormSummary, type FormError } from '../../page/form'
import { problemText, unreadable } from '../../page/problem-text'
import { Loading } from '../../page/loading'
import { requireActing, pathParam } from '../../page/guards'
import { dayAndMonth, timeOfDay } from '../../text/dates'
import type { BoardContext } from '../board/board-context'
import { paths } from '../../page/paths'
import { useSubmitKeys } from '../../page/submit-keys'
import { Unavailable } from '../../page/unavailable'

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
  const { data: booking, error: unread } = useQuery(bookingQuery(bookingId))
  const [errors, setErrors] = useState<FormError<string>[]>([])
  const choice = useSlotChoice({
    hubId: day.hub.id,
    date: day.date,
    except: booking?.slotId,
    holding: booking !== undefined,
    fail: setErrors,
  })
  const { free, slots, picked, hold } = choice
  const move = useMoveBooking()
  const overlap = useOverlap()
  const sending = useRef(false)
  const keys = useSubmitKeys()
  const [was] = useState(() =>
    day.sessions.flatMap(({ slots }) => slots.flatMap(({ bookings }) => bookings)).find(({ id }) => id === bookingId),
  )
  const name = call(was?.personName ?? booking?.personName ?? '')
  const overlaps = overlap.at(booking?.personId, picked?.id)

  async function send(event: FormEvent) {
    event.preventDefault()
    if (sending.current) return
    if (!picked) return setErrors([{ text: t('move.select'), field: 'slot' }])
    setErrors([])
    sending.current = true
    try {
      const moved = await move.mutateAsync({
        bookingId,
        slotId: picked.id,
        holdId: await hold.take(picked.id),
        overlapConfirmed: !!overlaps,
      })
      hold.used(picked.id)
      const words = { name, time: timeOfDay(moved.starts), date: dayAndMonth(moved.date) }
      done(t('move.done', words), was)
    } catch (error) {
      refused(error, picked)
    }
    sending.current = false
  }

  function refused(error: unknown, slot: FreeSlot) {
    if (error instanceof Problem && error.type === 'already-booked') {
      setErrors([{ text: t('move.already', { name, time: timeOfDay(slot.starts) }), field: 'slot' }])
      return
    }
    if (booking && overlap.takes(error, booking.personId, slot.id)) return
    if (!choice.gone(error, slot)) setErrors([{ text: problemText(error) }])
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
        <form noValidate onSubmit={(event) => void send(event)} {...keys}>
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
                date={choice.from}
                slots={slots}
                value={picked?.id}
                onChange={choice.pick}
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
