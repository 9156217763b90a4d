import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Problem } from '../../api/problem'
import { councilQuery } from '../../api/queries'
import type { DayBooking, WalkIn } from '../../api/types'
import type { FormError } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { serviceTime } from '../../text/clock'
import { timeAt } from '../../text/dates'
import { useWalkInStep, type WalkInStep } from '../walk-in/queries'
import { useWalkInName } from '../walk-in/walk-ins'
import { STEP_RESULT } from './step-result'
import type { BoardStep } from './row-actions'
import { useStep } from './queries'
import { isPillStatus } from './status'

/** The result that the board shows: in words, about whom, and how to undo it. */
export interface Result {
  text: string
  nth: number
  name?: string
  undo?: () => void
}

const DONE = { 'check-in': 'checkedIn', start: 'started', finish: 'finished' } as const

const PROBLEMS = [
  'too-late-to-undo',
  'slot-full',
  'slot-over',
  'slot-withdrawn',
  'already-booked',
  'moved-meanwhile',
  'not-started',
] as const

function isBoardProblem(type: string): type is (typeof PROBLEMS)[number] {
  return (PROBLEMS as readonly string[]).includes(type)
}

/** The steps of one press for bookings and walk-ins, with the result or the error of the last one. */
export function useBoardSteps(nameOf: (personName: string) => string, namesHidden: boolean) {
  const { t } = useTranslation(['board', 'walk-in'])
  const { data: council } = useSuspenseQuery(councilQuery())
  const bookingStep = useStep()
  const walkInStep = useWalkInStep()
  const walkInName = useWalkInName()
  const [result, setResult] = useState<Result>()
  const [errors, setErrors] = useState<FormError<string>[]>([])

  function show(text: string, undo?: { name: string; undo: () => void }) {
    setErrors([])
    setResult((before) => ({ text, nth: (before?.nth ?? 0) + 1, ...undo }))
  }

  /** Takes away what the board says about the last step. */
  const clear = useCallback(() => {
    setErrors([])
    setResult(undefined)
  }, [])

  /**
   * The button of the step goes away, so the focus moves to the row that it was in. An undo can move the row to another
   * time, so the focus moves to the message.
   */
  function settle(row: string, name: string, step: string) {
    return {
      focus: () => document.getElementById(step === 'undo' ? STEP_RESULT : row)?.focus(),
      onError: (error: Error) => {
        setResult(undefined)
        setErrors([{ text: stepProblem(error, name), field: row }])
      },
    }
  }

  function stepBooking(booking: DayBooking, step: BoardStep | 'undo') {
    setErrors([])
    const name = nameOf(booking.personName)
    const { focus, onError } = settle(`booking-${booking.id}`, name, step)
    bookingStep.mutate(
      { step, bookingId: booking.id },
      {
        onSuccess: (changed) => {
          const time = timeAt(changed.arrivedAt ?? serviceTime())
          const other = changed.changedByName
          if (step === 'undo') show(t('undone', { name }))
          else if (step === 'check-in' && other && other !== council.me.name) show(t('byOther', { name, other, time }))
          else show(t(DONE[step], { name, time }), { name, undo: () => stepBooking(booking, 'undo') })
          focus()
        },
        onError,
      },
    )
  }

  function stepWalkIn(walkIn: WalkIn, step: WalkInStep) {
    setErrors([])
    const name = walkInName(walkIn, namesHidden)
    const { focus, onError } = settle(`walk-in-${walkIn.id}`, name, step)
    walkInStep.mutate(
      { step, walkInId: walkIn.id },
      {
        onSuccess: () => {
          const undo = step === 'undo' ? undefined : { name, undo: () => stepWalkIn(walkIn, 'undo') }
          show(t(`walk-in:said.${step}`, { name }), undo)
          focus()
        },
        onError,
      },
    )
  }

  function stepProblem(error: Error, name: string): ReactNode {
    if (!(error instanceof Problem)) return problemText(error)
    if (error.type === 'not-today') return t('notToday', { name })
    const status = error.body.bookingStatus
    if (error.type === 'wrong-status' && isPillStatus(status)) {
      return t('problem.wrong-status', { status: t(`status.${status}`) })
    }
    if (isBoardProblem(error.type)) return t(`problem.${error.type}`, { name })
    return problemText(error)
  }

  return {
    result,
    errors,
    show,
    clear,
    stepBooking,
    stepWalkIn,
    busy: bookingStep.isPending || walkInStep.isPending,
    changingBooking: bookingStep.isPending ? bookingStep.variables.bookingId : undefined,
    changingWalkIn: walkInStep.isPending ? walkInStep.variables.walkInId : undefined,
  }
}
