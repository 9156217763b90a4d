import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'react-router'
import { Problem } from '../../api/problem'
import type { Booking, Day, FreeSlot } from '../../api/types'
import { faultErrors, formErrors, useForm, type FormError } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useKeptDraft } from '../../page/use-kept-draft'
import { longDate, timeOfDay, type Day as CalendarDay } from '../../text/dates'
import { detailsOf, faults, FIELD_IDS, newPerson, type PersonForm } from '../person/person-form'
import { useAddPerson } from '../person/queries'
import { useDuplicates } from '../duplicate/use-duplicates'
import type { BookDraft } from './book-draft'
import { useOverlap } from './overlap'
import { useBook } from './queries'
import { useSlotChoice } from './slot-choice'

/** The person to book, who has a record. */
export interface ChosenPerson {
  id: string
  name: string
  about: string
}

/** The hub at which the person is booked. */
export interface ChosenHub {
  id: string
  name: string
}

export interface BookFormProps {
  /** The hub to begin with; left out where one has to be chosen. */
  at: ChosenHub | undefined
  /** The first day for which places are offered. */
  date: CalendarDay
  /** The day of the board beside the form, if there is a board. */
  day?: Day
  /** The person, where the booking is for no one else. */
  only?: ChosenPerson
  draft: BookDraft | null
  onBooked: (booking: Booking) => void
  onWrong: (wrong: boolean) => void
}

/** Another active booking of the person on the board beside the form. */
function otherBooking(day: Day | undefined, personId: string, slotId: string) {
  for (const { slots } of day?.sessions ?? []) {
    for (const slot of slots) {
      const booking = slot.bookings.find((each) => each.personId === personId && each.status === 'expected')
      if (booking && slot.id !== slotId) return { id: booking.id, starts: slot.starts, ends: slot.ends }
    }
  }
  return undefined
}

/** The state of a booking that is being made: the person, whether they are new, the slot, and what is wrong. */
export function useBookForm({ at, date, day, only, draft, onBooked, onWrong }: BookFormProps) {
  const { t } = useTranslation('booking')
  const [search] = useSearchParams()
  const [searched, setSearched] = useState(draft?.search ?? '')
  const [hub, setHub] = useState(draft?.hub ?? at)
  const [person, setPerson] = useState(draft?.person ?? only)
  const [adding, setAdding] = useState(draft?.adding ?? false)
  const form = useForm<PersonForm, string>(() => draft?.values ?? newPerson())
  const book = useBook()
  const add = useAddPerson()
  const duplicates = useDuplicates()
  const overlap = useOverlap()
  // Also in the moment before the page shows that it is busy.
  const sending = useRef(false)
  const choice = useSlotChoice({
    hubId: hub?.id ?? '',
    date,
    first: draft?.slotId ?? search.get('slot') ?? undefined,
    kept: draft?.kept,
    // Held once a person is chosen; until then the place is only looked at.
    holding: Boolean(person) || adding,
    fail,
  })
  const { free, picked, hold, asked } = choice
  const { held } = hold
  const { values } = form
  const dropDraft = useKeptDraft({ search: searched, hub, person, adding, values, slotId: asked, kept: held })
  const other = person && picked && picked.date === day?.date ? otherBooking(day, person.id, picked.id) : undefined
  const overlapsOther = !!other && !!picked && other.starts < picked.ends && picked.starts < other.ends
  const overlaps = overlap.at(person?.id, picked?.id)

  // Another place of the board is chosen while the form is open: the person stays.
  const { key } = useLocation()
  const [entry, setEntry] = useState(key)
  if (entry !== key) {
    setEntry(key)
    const slotId = search.get('slot')
    if (slotId !== null) {
      setHub(at)
      choice.pickOfFirstDay(slotId)
    }
  }

  function fail(errors: FormError<string>[]): boolean {
    onWrong(errors.length > 0)
    return form.fail(errors)
  }

  function refused(error: unknown, slot: FreeSlot, who: ChosenPerson) {
    if (overlap.takes(error, who.id, slot.id) || choice.gone(error, slot)) return
    if (!(error instanceof Problem) || error.type !== 'already-booked') {
      fail([{ text: problemText(error) }])
      return
    }
    const words = { name: who.name, time: timeOfDay(slot.starts), day: longDate(slot.date) }
    fail([{ text: t('error.already', words), field: 'slot' }])
  }

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (sending.current) return
    const found: FormError<string>[] = []
    if (!person && !adding) found.push({ field: 'who', text: t('error.who') })
    if (adding && !person) found.push(...faultErrors('person', faults(form.values), FIELD_IDS))
    sending.current = true
    const slot = hub && (picked ?? (await firstSlot()))
    if (!hub) found.push({ field: 'hub', text: t('error.hub') })
    else if (!slot) found.push({ field: 'slot', text: t('error.slot') })
    if (!fail(found) && slot) await bookFor(slot)
    sending.current = false
  }

  /** Quick fingers are ahead of the list of places. */
  async function firstSlot(): Promise<FreeSlot | undefined> {
    const read = free.isPending ? (await free.refetch({ cancelRefetch: false })).data?.items : undefined
    return read && choice.pickFrom(read)
  }

  async function bookFor(slot: FreeSlot) {
    const who = person ?? (await addPerson())
    if (!who) return
    try {
      const holdId = await hold.take(slot.id)
      const booking = await book.mutateAsync({
        slotId: slot.id,
        personId: who.id,
        holdId,
        overlapConfirmed: !!overlaps || overlapsOther,
      })
      hold.used(slot.id)
      dropDraft()
      onBooked(booking)
    } catch (error) {
      refused(error, slot, who)
    }
  }

  async function addPerson(): Promise<ChosenPerson | undefined> {
    const details = detailsOf(form.values)
    try {
      if (await duplicates.areFor(details)) return undefined
      const added = await add.mutateAsync(details)
      const who = { id: added.id, name: added.name, about: added.reference }
      // From here on they are known: a second try must not add them twice.
      setPerson(who)
      setAdding(false)
      return who
    } catch (error) {
      fail(formErrors(error, 'person:error', FIELD_IDS))
      return undefined
    }
  }

  return {
    form,
    hub,
    only,
    searched,
    setSearched,
    person,
    adding,
    choice,
    overlaps,
    /** The person's other booking of this day, where the service has not yet named those that overlap. */
    other: overlaps ? undefined : other,
    busy: book.isPending || add.isPending || duplicates.busy,
    duplicates,
    send,
    chooseHub(chosen: ChosenHub) {
      fail([])
      if (chosen.id !== hub?.id) choice.restart()
      setHub(chosen)
    },
    choose(found: ChosenPerson) {
      fail([])
      duplicates.clear()
      setPerson(found)
      setAdding(false)
    },
    startNew(name: Pick<PersonForm, 'firstName' | 'lastName'>) {
      fail([])
      form.change(name)
      setAdding(true)
    },
    searchAgain() {
      setSearched('')
      setPerson(undefined)
      setAdding(false)
      duplicates.clear()
      hold.drop()
      fail([])
    },
  }
}
