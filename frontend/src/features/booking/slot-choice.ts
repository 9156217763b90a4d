import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FreeSlot } from '../../api/types'
import type { FormError } from '../../page/form'
import { useNow } from '../../page/now'
import { addDays, hasStarted, today, type Day } from '../../text/dates'
import { useHold, type KeptPlace } from './hold'
import { placeGone } from './place-gone'
import { freeSlotsQuery } from './queries'

/** The days for which free slots are listed at a time. */
const LISTED_DAYS = 28

/** From when places are offered: the day that is looked at, but never the past. */
export function offeredFrom(date: Day): Day {
  return date < today() ? today() : date
}

interface SlotChoice {
  hubId: string
  date: Day
  /** The slot that is picked at first; otherwise the next of the day. */
  first?: string | undefined
  /** A place that is kept already. */
  kept?: KeptPlace | undefined
  /** A slot that is not offered. */
  except?: string | undefined
  /** Whether the slot that is picked is held. */
  holding: boolean
  fail: (errors: FormError<string>[]) => void
}

/** Stands for no slot, where a place is gone and the person has to choose. */
const NONE = ''

/**
 * The free slots of a hub with those that a refusal offered, and the one that is picked. Without a choice it is the next
 * one of the day that has not started. Another day is never picked unless it is asked for.
 */
export function useSlotChoice({ hubId, date, first: firstSlot, kept, except, holding, fail }: SlotChoice) {
  const now = useNow()
  const first = offeredFrom(date)
  const [later, setLater] = useState<Day>()
  const from = later ?? first
  const free = useQuery(freeSlotsQuery(hubId, from))
  const [asked, setAsked] = useState(firstSlot)
  // Offered by a refusal, and perhaps not in the list that was read before it.
  const [offered, setOffered] = useState<FreeSlot[]>([])
  const hold = useHold(gone, kept)
  const { held, keep } = hold

  const known = free.data?.items ?? []
  const extra = held && !offered.some(({ id }) => id === held.slot.id) ? [...offered, held.slot] : offered
  const slots = [...known, ...extra.filter((slot) => !known.some((other) => other.id === slot.id))]
    .filter((slot) => slot.id !== except)
    .sort((a, b) => `${a.date} ${a.starts}`.localeCompare(`${b.date} ${b.starts}`))
  const picked = pickFrom(slots)

  const keeping = holding ? picked : undefined
  useEffect(() => {
    if (keeping) keep(keeping)
  }, [keeping, keep])

  function pickFrom(list: FreeSlot[]): FreeSlot | undefined {
    // A place that is held stays picked when its time comes.
    const wanted = asked ?? held?.slot.id
    return wanted === undefined ? next(list) : list.find(({ id }) => id === wanted)
  }

  function next(list: FreeSlot[]): FreeSlot | undefined {
    return list.find((slot) => slot.date === from && !hasStarted(slot, now))
  }

  /** Offers other slots where a place is gone, and says so; false for every other error. */
  function gone(error: unknown, slot: FreeSlot): boolean {
    const found = placeGone(error, slot, now)
    if (!found) return false
    hold.used(slot.id)
    setOffered(found.alternatives)
    setAsked(found.next?.id ?? NONE)
    fail([{ text: found.text, field: 'slot' }])
    void free.refetch()
    return true
  }

  /** Offers the slots from another day on, or from the first day again. */
  function offerFrom(day: Day | undefined) {
    setLater(day)
    setAsked(undefined)
  }

  /** Picks a slot of the first day that was chosen elsewhere on the page. */
  function pickOfFirstDay(slotId: string) {
    setLater(undefined)
    setAsked(slotId)
  }

  /** Begins again, because another hub is chosen. */
  function restart() {
    offerFrom(undefined)
    setOffered([])
    hold.drop()
  }

  return {
    free,
    slots,
    from,
    asked,
    picked,
    pickFrom,
    pick: setAsked,
    pickOfFirstDay,
    hold,
    gone,
    restart,
    showLater: () => offerFrom(addDays(from, LISTED_DAYS)),
    showFirst: later === undefined ? undefined : () => offerFrom(undefined),
  }
}
