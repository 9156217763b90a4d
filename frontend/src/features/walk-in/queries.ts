import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../../api/client'
import { useCreationKeys } from '../../api/idempotency'
import { useInvalidateBoards } from '../board/queries'
import type { NewWalkIn } from '../../api/types'
import type { Day as CalendarDay } from '../../text/dates'

export type WalkInStep = 'start' | 'finish' | 'leave' | 'undo'

export function useAddWalkIn() {
  const keys = useCreationKeys()
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ hubId, date, walkIn }: { hubId: string; date: CalendarDay; walkIn: NewWalkIn }) =>
      ok(
        api.POST('/api/hubs/{hubId}/days/{date}/walk-ins', {
          params: { path: { hubId, date }, header: { 'Idempotency-Key': keys.keyFor({ hubId, date, walkIn }) } },
          body: walkIn,
        }),
      ),
    onSuccess: () => keys.done(),
    onSettled: () => refresh(),
  })
}

function postWalkIn(step: WalkInStep, walkInId: string) {
  const params = { params: { path: { walkInId } } }
  switch (step) {
    case 'start':
      return ok(api.POST('/api/walk-ins/{walkInId}/start', params))
    case 'finish':
      return ok(api.POST('/api/walk-ins/{walkInId}/finish', params))
    case 'leave':
      return ok(api.POST('/api/walk-ins/{walkInId}/leave', params))
    case 'undo':
      return ok(api.POST('/api/walk-ins/{walkInId}/undo', params))
  }
}

export function useWalkInStep() {
  const refresh = useInvalidateBoards()
  return useMutation({
    mutationFn: ({ step, walkInId }: { step: WalkInStep; walkInId: string }) => postWalkIn(step, walkInId),
    onSettled: () => refresh(),
  })
}
