import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToFinishEntry } from '../../api/types'
import { problemText } from '../../page/problem-text'
import { useFollowUp, type FollowUpStep } from './follow-up'

interface Said {
  text: string
  nth: number
  name: string
  undo: (() => void) | undefined
}

/** Records calls from the list, and says the result of the last one. */
export function useRinging(call: (personName: string) => string) {
  const { t } = useTranslation('to-finish')
  const followUp = useFollowUp()
  const [said, setSaid] = useState<Said>()
  const [problem, setProblem] = useState<ReactNode>()

  function step(entry: ToFinishEntry, what: FollowUpStep) {
    if (followUp.isPending) return
    const name = call(entry.personName)
    followUp.mutate(
      { bookingId: entry.bookingId, step: what },
      {
        onSuccess: () => {
          setProblem(undefined)
          setSaid((before) => ({
            text: t(`said.${what}`, { name }),
            nth: (before?.nth ?? 0) + 1,
            name,
            undo: what === 'undo' ? undefined : () => step(entry, 'undo'),
          }))
          // The button goes away with its entry, so the focus moves to the message.
          setTimeout(() => document.getElementById('to-finish-said')?.focus())
        },
        onError: (error) => {
          setSaid(undefined)
          setProblem(problemText(error))
        },
      },
    )
  }

  return { said, problem, step, busy: followUp.isPending }
}
