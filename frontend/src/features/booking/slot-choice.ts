import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FreeSlot } from '../../api/types'
import type { FormError } from '../../page/form'
import { today, type Day } from '../../text/dates'
import { useHold } from './hold'
import { placeGone } from './place-gone'
import { freeSlotsQuery } from './queries'

/** From when places are offered: the day that is looked at, but never the past. */
export function offeredFrom(date: Day): Day {
  return date < today() ? today() : date
}

interface SlotChoice {
  hubId: string
  date: Day
  /** The slot that is picked at first; otherwise the first of the list. */
  first?: string | undefined
  /** A slot that is not offered. */
  except?: string | undefined
  /** Whether the slot that is picked is held. */
  holding: boolean
  fail: (errors: FormError<string>[]) => void
}

/** The free slots of a hub with those that a refusal offered, and the one that is picked. */
export function useSlotChoice({ hubId, date, first, except, holding, fail }: SlotChoice) {
  const free = useQuery(freeSlotsQuery(hubId, offeredFrom(date)))
  const [asked, setAsked] = useState(first)
  // Offered by a refusal, and perhaps not in the list that was read before it.
  const [offered, setOffered] = useState<FreeSlot[]>([])
  const hold = useHold(gone)
  const { held, keep } = hold

  const known = free.data?.items ?? []
  const extra = held && !offered.some(({ id }) => id === held.id) ? [...offered, held] : offered
  const slots = [...known, ...extra.filter((slot) => !known.some((other) => other.id === slot.id))]
    .filter((slot) => slot.id !== except)
    .sort((a, b) => `${a.date} ${a.starts}`.localeCompare(`${b.date} ${b.starts}`))
  const picked = slots.find((slot) => slot.id === asked) ?? slots[0]

  const keeping = holding ? picked : undefined
  useEffect(() => {
    if (keeping) keep(keeping)
  }, [keeping, keep])

  /** Offers other slots where a place is gone, and says so; false for every other error. */
  function gone(error: unknown, slot: FreeSlot): boolean {
    const found = placeGone(error, slot)
    if (!found) return false
    hold.used(slot.id)
    setOffered(found.alternatives)
    setAsked(found.alternatives[0]?.id)
    fail([{ text: found.text, field: 'slot' }])
    void free.refetch()
    return true
  }

  return { free, slots, asked, picked, pick: setAsked, hold, gone }
}
