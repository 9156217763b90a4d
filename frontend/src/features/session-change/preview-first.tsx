import { useQuery } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { ChangeOutcome, Hub } from '../../api/types'
import { Button } from '../../govuk/button'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { useReturnToForm, type Refusals } from '../../page/form-step'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { Loading } from '../../page/loading'
import { sessionActionPreviewQuery, useSessionAction, type SessionAction } from './queries'
import { OutsideHours } from '../series/outside-hours'
import { AffectedSessions } from './affected-sessions'
import { ChooseForBookings } from './choose-for-bookings'
import { choiceOf, chosen, firstChoices, type Choices } from './choices'
import { Unavailable } from '../../page/unavailable'

/** The words of a button, at rest and at work. */
interface Act {
  still: string
  busy: string
  warning?: boolean
}

/**
 * Shows what an action would do to sessions and bookings, and does exactly that. If bookings have changed since, it
 * shows the effect again first.
 */
export function PreviewFirst({
  action,
  hub,
  heading,
  caption,
  back,
  act,
  keep,
  errorsOf,
  refuse,
  done,
  children,
}: {
  action: SessionAction
  /** The hub of sessions that get other times, which its opening hours are compared with. */
  hub?: Hub
  heading: string
  caption: string
  back: string
  act: Act
  /** The address of the page to which the person goes without changing anything. */
  keep: { href: string; text: string }
  /** The errors of fields that the service did not accept, for the form at `back`. */
  errorsOf: (problem: Problem) => FormError<string>[]
  refuse: Refusals['refuse']
  done: (outcome: ChangeOutcome) => void
  children?: ReactNode
}) {
  const { t } = useTranslation('session-change')
  const preview = useQuery(sessionActionPreviewQuery(action))
  const doIt = useSendOnce(useSessionAction())
  const form = useForm<{ choices: Choices | undefined }, string>({ choices: undefined })
  const { error, data } = preview
  const bookings = data?.body.bookings ?? []
  const choices = form.values.choices ?? firstChoices(bookings)

  useReturnToForm(error instanceof Problem && error.fields.length > 0 ? errorsOf(error) : undefined, refuse, back)

  function send(event: FormEvent) {
    event.preventDefault()
    if (!data) return
    const open = bookings.some((booking) => choiceOf(booking, choices, 'cancel') === '')
    if (form.fail(open ? [{ field: 'choices', text: t('error.choices') }] : [])) return
    doIt.send(
      { action, choices: chosen(bookings, choices, 'cancel'), tag: data.tag },
      {
        onSuccess: done,
        onError: (problem) => {
          const type = problem instanceof Problem ? problem.type : undefined
          form.fail(
            type === 'preview-outdated'
              ? [{ field: 'affected', text: t('error.changedByOther') }]
              : type === 'chosen-place-taken'
                ? [{ field: 'choices', text: problemText(problem) }]
                : formErrors(problem, 'series:error'),
          )
          if (type === 'preview-outdated' || type === 'chosen-place-taken') void preview.refetch()
        },
      },
    )
  }

  return (
    <Page heading={heading} caption={caption} back={{ href: back }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {children}
      {preview.isError && (
        <Unavailable error={error} words={problemText(error)} onAgain={() => void preview.refetch()} />
      )}
      {preview.isLoading && <Loading />}
      {data && !preview.isError && (
        <>
          {hub && <OutsideHours hub={hub} sessions={data.body.sessions} />}
          <AffectedSessions outcome={data.body} verb={action.kind === 'change' ? 'changes' : 'cancels'} />
          <form noValidate onSubmit={send}>
            {bookings.length > 0 && (
              <ChooseForBookings
                bookings={bookings}
                choices={choices}
                onChange={form.set('choices')}
                without="cancel"
                error={form.error('choices')}
              />
            )}
            <div className="govuk-button-group">
              <Button className={act.warning ? 'govuk-button--warning' : undefined} busy={doIt.busy}>
                {doIt.busy ? act.busy : act.still}
              </Button>
              <a className="govuk-link" href={keep.href}>
                {keep.text}
              </a>
            </div>
          </form>
        </>
      )}
    </Page>
  )
}
