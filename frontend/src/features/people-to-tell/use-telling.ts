import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonToTell } from '../../api/types'
import { namesHidden } from '../../page/device-preferences'
import { useForm, type FormError } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useStatusMessage } from '../../page/status-message'
import { initials } from '../board/initials'
import { useTell, type TellStep } from './steps'

interface Telling {
  /** The name of a person, or the initials while names are hidden. */
  call: (person: PersonToTell) => string
  step: (person: PersonToTell, change: TellStep) => void
  /** Whether a step about this person is on its way. */
  isBusy: (person: PersonToTell) => boolean
  errors: FormError<'nothing'>[]
  wrong: boolean
  /** The result of the last step. */
  banner: ReactNode
}

/** Records what was done about a person, one step at a time, and says the result on the page. */
export function useTelling(hubId: string): Telling {
  const { t } = useTranslation('people-to-tell')
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const { say, banner } = useStatusMessage()
  const tell = useTell(hubId)
  const call = ({ personName }: PersonToTell) => (namesHidden.on() ? initials(personName) : personName)

  function step(person: PersonToTell, change: TellStep) {
    if (tell.isPending) return
    const said = change.step === 'told' && change.how === 'not-needed' ? 'not-needed' : change.step
    tell.mutate(
      { id: person.id, change },
      {
        onSuccess: () => {
          form.fail([])
          say(t(`said.${said}`, { name: call(person) }))
        },
        onError: (error) => {
          say('')
          form.fail([{ text: problemText(error) }])
        },
      },
    )
  }

  return {
    call,
    step,
    isBusy: ({ id }) => tell.isPending && tell.variables.id === id,
    errors: form.errors,
    wrong: form.wrong,
    banner,
  }
}
