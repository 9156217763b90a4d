import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../api/types'
import { listOf, timeRange } from '../../text/dates'
import { teamQuery } from './queries'

/** Says the properties of a session, or of all sessions of a series, in words. */
export function usePlanInWords() {
  const { t } = useTranslation('series')
  const members = useQuery(teamQuery()).data
  return {
    /** The names of members of staff. */
    staff: (ids: string[]) =>
      listOf(ids.map((id) => members?.find((member) => member.id === id)?.name ?? t('field.formerMember'))),
    /** The length of a slot. */
    length: ({ slotMinutes }: { slotMinutes?: number | null }) =>
      slotMinutes ? t('field.minutes', { count: slotMinutes }) : t('dropInOnly'),
    breaks: (breaks: { starts: string; ends: string }[]) =>
      breaks.map((each) => timeRange(each.starts, each.ends)).join(', '),
  }
}

/** The name of a room, whether it is one of the hub's or typed. */
export function roomInWords(rooms: Room[], { roomId, room }: { roomId?: string; room?: string }): string | undefined {
  return rooms.find(({ id }) => id === roomId)?.name ?? room
}
