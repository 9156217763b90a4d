import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Trans, useTranslation } from 'react-i18next'
import { useOutletContext, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Booking, FreeSlot } from '../../api/types'
import { useHold } from './hold'
import { Panel as BesidePanel } from '../board/panel'
import { OverlapNotice, useOverlap } from './overlap'
import { placeGone } from './place-gone'
import { freeSlotsQuery, useBook } from './queries'
import { useStep } from '../board/queries'
import { SlotPicker } from './slot-picker'
import { Undo } from '../board/undo'
import { detailsOf, faults, newPerson, type PersonForm } from '../person/person-form'
import { PersonCombobox, useAbout } from '../person/person-combobox'
import { FIELD_IDS, PersonFields } from '../person/person-fields'
import { useAddPerson } from '../person/queries'
import { Button, ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { useMay } from '../../page/authorities'
import { faultErrors, formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { Loading } from '../../page/loading'
import { requireActing, pathParam } from '../../page/guards'
import { longDate, timeOfDay, timeRange, today, type Day } from '../../text/dates'
import type { BoardContext } from '../board/board-context'
import { paths } from '../../page/paths'
import { Hidden } from '../../govuk/hidden'
import { Link } from '../../page/link'
import { Unavailable } from '../../page/unavailable'

/** From when places are offered: the day that is looked at, but never the past. */
function offeredFrom(date: Day): Day {
  return date < today() ? today() : date
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    // Not waited for: the person is asked first.
    void client.prefetchQuery(freeSlotsQuery(pathParam(args, 'hubId'), offeredFrom(pathParam(args, 'date'))))
    return null
  },
  Component: BookSomeone,
})

interface Chosen {
  id: string
  name: string
  about: string
}

/** Starts again, with an empty search, each time a person is booked. */
function BookSomeone() {
  const [round, setRound] = useState(0)
  const [params] = useSearchParams()
  return <Panel key={`${round} ${params.get('slot')}`} onAnother={() => setRound(round + 1)} />
}

function Panel({ onAnother }: { onAnother: () => void }) {
  const { t } = useTranslation('booking')
  const { day } = useOutletContext<BoardContext>()
  const params = useParams()
  const hubId = pathParam({ params }, 'hubId')
  const board = paths.day(hubId, day.date)
  const [booked, setBooked] = useState<Booking>()
  const [wrong, setWrong] = useState(false)
  return (
    <BesidePanel
      heading={t('heading')}
      title={t('title', { hub: day.hub.name })}
      close={board}
      wrong={wrong}
      focus={false}
    >
      {booked ? (
        <Done booking={booked} onAnother={onAnother} />
      ) : (
        <BookForm hubId={hubId} onBooked={setBooked} onWrong={setWrong} />
      )}
    </BesidePanel>
  )
}

/** Another active booking of the same day. */
function otherBooking(day: BoardContext['day'], personId: string, slotId: string) {
  for (const { slots } of day.sessions) {
    for (const slot of slots) {
      const booking = slot.bookings.find((each) => each.personId === personId && each.status === 'expected')
      if (booking && slot.id !== slotId) return { id: booking.id, starts: slot.starts, ends: slot.ends }
    }
  }
  return undefined
}

function Done({ booking, onAnother }: { booking: Booking; onAnother: () => void }) {
  const { t } = useTranslation('booking')
  const { call } = useOutletContext<BoardContext>()
  const name = call(booking.personName)
  const heading = useRef<HTMLHeadingElement>(null)
  const step = useStep()
  const [wrong, setWrong] = useState<ReactNode>()
  const undone = step.isSuccess
  useLayoutEffect(() => heading.current?.focus(), [undone])
  return (
    <>
      <div className={undone ? 'done done--undone' : 'done'}>
        <h3 className="govuk-heading-m" ref={heading} tabIndex={-1}>
          {t(undone ? 'done.undone' : 'done.heading')}
        </h3>
        {undone ? (
          <p className="govuk-body">{t('done.undoneBody', { name })}</p>
        ) : (
          <>
            <p className="govuk-body">
              <strong>{name}</strong>
            </p>
            <p className="govuk-body">
              {longDate(booking.date)}
              <br />
              {timeRange(booking.starts, booking.ends)}
              <br />
              {booking.hubName}
            </p>
            <Undo
              what={name}
              busy={step.isPending}
              onUndo={() =>
                step.mutate(
                  { step: 'undo', bookingId: booking.id },
                  { onError: (error) => setWrong(problemText(error)) },
                )
              }
            />
          </>
        )}
      </div>
      {wrong && <InsetText role="alert">{wrong}</InsetText>}
      <Button type="button" className="govuk-button--secondary" onClick={onAnother}>
        {t('done.another')}
      </Button>
    </>
  )
}

function focusFirstOf(...selectors: string[]) {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector)
    if (found) return found.focus()
  }
}

interface BookFormProps {
  hubId: string
  onBooked: (booking: Booking) => void
  onWrong: (wrong: boolean) => void
}

function BookForm({ hubId, onBooked, onWrong }: BookFormProps) {
  const { t } = useTranslation(['booking', 'person'])
  const { day } = useOutletContext<BoardContext>()
  const may = useMay()
  const [search] = useSearchParams()
  const free = useQuery(freeSlotsQuery(hubId, offeredFrom(day.date)))
  const [person, setPerson] = useState<Chosen>()
  const [adding, setAdding] = useState(false)
  const form = useForm<PersonForm, string>(newPerson)
  const [asked, setAsked] = useState(search.get('slot') ?? undefined)
  // Offered by a refusal, and perhaps not in the list that was read before it.
  const [offered, setOffered] = useState<FreeSlot[]>([])
  const book = useBook()
  const add = useAddPerson()
  const about = useAbout()
  const overlap = useOverlap()
  const submit = useRef<HTMLFormElement>(null)
  const busy = book.isPending || add.isPending
  // Also in the moment before the page shows that it is busy.
  const sending = useRef(false)

  const hold = useHold((error, slot) => {
    const gone = placeGone(error, slot)
    if (!gone) return
    offer(gone.alternatives)
    fail([{ text: gone.text, field: 'slot' }])
    void free.refetch()
  })

  const known = free.data?.items ?? []
  const { held } = hold
  const extra = held && !offered.some(({ id }) => id === held.id) ? [...offered, held] : offered
  const slots = [...known, ...extra.filter((slot) => !known.some((other) => other.id === slot.id))].sort((a, b) =>
    `${a.date} ${a.starts}`.localeCompare(`${b.date} ${b.starts}`),
  )
  const picked = slots.find((slot) => slot.id === asked) ?? slots[0]

  // Held once a person is chosen; until then the place is only looked at.
  const keeping = person || adding ? picked : undefined
  const { keep } = hold
  useEffect(() => {
    if (keeping) keep(keeping)
  }, [keeping, keep])
  function fail(errors: FormError<string>[]): boolean {
    onWrong(errors.length > 0)
    return form.fail(errors)
  }

  function refused(error: unknown, slot: FreeSlot, who: Chosen) {
    if (overlap.takes(error, who.id, slot.id)) return false
    if (!(error instanceof Problem)) return fail([{ text: problemText(error) }])
    const time = timeOfDay(slot.starts)
    if (error.type === 'already-booked') {
      return fail([
        { text: t('booking:error.already', { name: who.name, time, day: longDate(slot.date) }), field: 'slot' },
      ])
    }
    const gone = placeGone(error, slot)
    if (!gone) return fail([{ text: problemText(error) }])
    hold.used(slot.id)
    offer(gone.alternatives)
    return fail([{ text: gone.text, field: 'slot' }])
  }

  function offer(alternatives: FreeSlot[]) {
    setOffered(alternatives)
    setAsked(alternatives[0]?.id)
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    if (sending.current) return
    const found: FormError<string>[] = []
    if (!person && !adding) found.push({ field: 'who', text: t('booking:error.who') })
    if (adding && !person) found.push(...faultErrors('person', faults(form.values), FIELD_IDS))
    sending.current = true
    // Quick fingers are ahead of the list of places.
    const read = picked || !free.isPending ? undefined : (await free.refetch({ cancelRefetch: false })).data?.items
    const slot = picked ?? read?.find(({ id }) => id === asked) ?? read?.[0]
    if (!slot) found.push({ field: 'slot', text: t('booking:error.slot') })
    if (!fail(found) && slot) await bookFor(slot)
    sending.current = false
  }

  async function bookFor(picked: FreeSlot) {
    let who = person
    if (!who) {
      try {
        const added = await add.mutateAsync(detailsOf(form.values))
        who = { id: added.id, name: added.name, about: added.reference }
        // From here on they are known: a second try must not add them twice.
        setPerson(who)
        setAdding(false)
      } catch (error) {
        fail(formErrors(error, 'person:error', FIELD_IDS))
        return
      }
    }
    try {
      const holdId = await hold.take(picked.id)
      const booking = await book.mutateAsync({
        slotId: picked.id,
        personId: who.id,
        holdId,
        overlapConfirmed: !!overlaps || overlapsOther,
      })
      hold.used(picked.id)
      onBooked(booking)
    } catch (error) {
      refused(error, picked, who)
    }
  }

  const other = person && picked && picked.date === day.date ? otherBooking(day, person.id, picked.id) : undefined
  const overlapsOther = !!other && !!picked && other.starts < picked.ends && picked.starts < other.ends
  const overlaps = overlap.at(person?.id, picked?.id)

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit.current?.requestSubmit()
  }

  function searchAgain() {
    setPerson(undefined)
    setAdding(false)
    hold.drop()
    fail([])
  }

  return (
    // The keys work on what bubbles up from the form's own controls.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <form noValidate ref={submit} onSubmit={(event) => void send(event)} onKeyDown={press}>
      <FormSummary errors={form.errors} />
      {person ? (
        <div className="chosen">
          <div>
            <Trans
              t={t}
              i18nKey="booking:who.chosen"
              values={{ name: person.name }}
              components={{ hidden: <Hidden />, name: <strong className="chosen__name" /> }}
            />
            <span className="chosen__about">{person.about}</span>
          </div>
          <button type="button" className="linkish" onClick={searchAgain}>
            {t('booking:who.other')}
          </button>
        </div>
      ) : adding ? (
        <fieldset className="govuk-fieldset new-person">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t('booking:who.newHeading')}</legend>
          <button type="button" className="linkish new-person__back" onClick={searchAgain}>
            {t('booking:who.back')}
          </button>
          <PersonFields values={form.values} set={form.set} error={(field) => form.error(FIELD_IDS[field])} compact />
        </fieldset>
      ) : (
        <PersonCombobox
          id="who"
          label={t('booking:who.label')}
          hint={t('booking:who.hint')}
          error={form.error('who')}
          last="newPerson"
          onPick={(found) => {
            // At once, or the next key would go to a box that is no longer there.
            flushSync(() => {
              fail([])
              setPerson({ id: found.id, name: found.name, about: about(found) })
            })
            focusFirstOf('input[name=slot]:checked', '.chosen button')
          }}
          onNew={(text) => {
            const start = newPerson(text)
            flushSync(() => {
              fail([])
              form.set('firstName')(start.firstName)
              form.set('lastName')(start.lastName)
              setAdding(true)
            })
            focusFirstOf(start.firstName && start.lastName ? '#phone' : '#firstName')
          }}
        />
      )}
      {free.isError && !free.data ? (
        <Unavailable error={free.error} words={t('booking:unavailable')} onAgain={() => void free.refetch()} />
      ) : !free.data ? (
        <Loading />
      ) : slots.length === 0 ? (
        <InsetText>
          <p className="govuk-body">
            <strong>{t('booking:full.heading')}</strong>
          </p>
          <p className="govuk-body">{t('booking:full.body', { hub: day.hub.name })}</p>
          {may('session:write') && (
            <ButtonLink className="govuk-button--secondary" href={paths.newSession(hubId)}>
              {t('booking:full.action')}
            </ButtonLink>
          )}
        </InsetText>
      ) : (
        <>
          <SlotPicker slots={slots} value={picked?.id} onChange={setAsked} error={form.error('slot')} />
          {overlaps && person && <OverlapNotice name={person.name} overlaps={overlaps} />}
          {other && person && !overlaps && (
            <InsetText>
              <Trans
                t={t}
                i18nKey="booking:already"
                values={{ name: person.name, time: timeOfDay(other.starts) }}
                components={{ move: <Link href={paths.moveBooking(hubId, day.date, other.id)} /> }}
              />
            </InsetText>
          )}
          <div className="panel__send">
            <Button busy={busy}>
              {t(busy ? 'booking:booking' : other || overlaps ? 'booking:bookBoth' : 'booking:book')}
            </Button>
            <span className="panel__key">{t('booking:bookHint')}</span>
          </div>
        </>
      )}
    </form>
  )
}
