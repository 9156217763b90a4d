import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useLocation, useOutletContext, type LoaderFunctionArgs } from 'react-router'
import type { Booking } from '../../api/types'
import { pathParam, requireActing } from '../../page/guards'
import { paths } from '../../page/paths'
import type { BoardContext } from '../board/board-context'
import { Panel } from '../board/panel'
import { readBookDraft, type BookDraft } from './book-draft'
import { BookForm } from './book-form'
import { Booked } from './booked'
import { freeSlotsQuery } from './queries'
import { offeredFrom } from './slot-choice'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    // Not waited for: the person is asked first.
    void client.prefetchQuery(freeSlotsQuery(pathParam(args, 'hubId'), offeredFrom(pathParam(args, 'date'))))
    return readBookDraft(args.request)
  },
  Component: BookSomeone,
})

/** Starts again, with an empty search, each time a person is booked. */
function BookSomeone() {
  const [round, setRound] = useState(0)
  const draft = useLoaderData<BookDraft | null>()
  return <BookingPanel key={round} draft={round === 0 ? draft : null} onAnother={() => setRound(round + 1)} />
}

function BookingPanel({ draft, onAnother }: { draft: BookDraft | null; onAnother: () => void }) {
  const { t } = useTranslation('booking')
  const { day, call } = useOutletContext<BoardContext>()
  const { key } = useLocation()
  const hubId = day.hub.id
  const [last, setLast] = useState<{ booking: Booking; entry: string }>()
  const [wrong, setWrong] = useState(false)
  // Another place that is chosen on the board begins the next booking.
  const booked = last?.entry === key ? last.booking : undefined
  return (
    <Panel
      heading={t('heading')}
      title={t('title', { hub: day.hub.name })}
      close={paths.day(hubId, day.date)}
      wrong={wrong}
      focus={false}
    >
      {booked ? (
        <Booked booking={booked} name={call(booked.personName)} onAnother={onAnother} />
      ) : (
        <BookForm
          at={day.hub}
          date={day.date}
          day={day}
          draft={last ? null : draft}
          onBooked={(booking) => setLast({ booking, entry: key })}
          onWrong={setWrong}
        />
      )}
    </Panel>
  )
}
