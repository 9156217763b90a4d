import { useQuery } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { ChangeOutcome } from '../../api/types'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { useReturnToForm, type Refusals } from '../../page/form-step'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { Loading } from '../../page/loading'
import { sessionActionPreviewQuery, useSessionAction, type SessionAction } from './queries'
import { AffectedPeople } from './affected-people'
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
  const form = useForm<{ cancel: string[] }, string>({ cancel: [] })
  const { error, data } = preview
  const mustSay = action.kind === 'change' && (data?.body.cancelled ?? 0) > 0

  useReturnToForm(error instanceof Problem && error.fields.length > 0 ? errorsOf(error) : undefined, refuse, back)

  function send(event: FormEvent) {
    event.preventDefault()
    if (!data) return
    const found: FormError<string>[] =
      mustSay && form.values.cancel.length === 0 ? [{ field: 'cancel', text: t('error.cancel') }] : []
    if (form.fail(found)) return
    const meant: SessionAction =
      action.kind === 'change' ? { ...action, body: { ...action.body, cancelBookingsWithoutPlace: mustSay } } : action
    doIt.send(
      { action: meant, tag: data.tag },
      {
        onSuccess: done,
        onError: (problem) => {
          const moved = problem instanceof Problem && problem.type === 'preview-outdated'
          form.fail(
            moved ? [{ field: 'affected', text: t('error.changedByOther') }] : formErrors(problem, 'series:error'),
          )
          form.set('cancel')([])
          if (moved) void preview.refetch()
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
          <AffectedPeople outcome={data.body} verb={action.kind === 'change' ? 'changes' : 'cancels'} />
          <form noValidate onSubmit={send}>
            {mustSay && (
              <Checkboxes
                name="cancel"
                error={form.error('cancel')}
                values={form.values.cancel}
                onChange={form.set('cancel')}
                items={[{ value: 'yes', text: t('confirm', { count: data.body.cancelled }) }]}
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
