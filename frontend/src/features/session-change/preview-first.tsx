import { useQuery } from '@tanstack/react-query'
import { useEffect, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { ChangeOutcome } from '../../api/types'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { InsetText } from '../../govuk/inset-text'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { Loading } from '../../page/loading'
import { touchedQuery, useDoToSessions, type Deed } from './queries'
import { Touched } from './affected-people'

/** The words of a button, at rest and at work. */
interface Act {
  still: string
  busy: string
  warning?: boolean
}

/**
 * Says what something would do to sessions and to who is booked in them, and does that and nothing else: if somebody is
 * booked or changed meanwhile, it is looked at anew.
 */
export function LookFirst({
  deed,
  heading,
  caption,
  back,
  act,
  keep,
  refused,
  done,
  children,
}: {
  deed: Deed
  heading: string
  caption: string
  back: string
  act: Act
  /** Where somebody goes who would rather leave it. */
  keep: { href: string; text: string }
  /** What the service does not accept of the answers, for the page that asked for them. */
  refused: (problem: Problem) => void
  done: (outcome: ChangeOutcome) => void
  children?: ReactNode
}) {
  const { t } = useTranslation('session-change')
  const touched = useQuery(touchedQuery(deed))
  const doIt = useSendOnce(useDoToSessions())
  const form = useForm<{ cancel: string[] }, string>({ cancel: [] })
  const { error, data } = touched
  const mustSay = deed.kind === 'change' && (data?.body.cancelled ?? 0) > 0

  useEffect(() => {
    if (error instanceof Problem && error.fields.length > 0) refused(error)
  }, [error, refused])

  function send(event: FormEvent) {
    event.preventDefault()
    if (!data) return
    const found: FormError<string>[] =
      mustSay && form.values.cancel.length === 0 ? [{ field: 'cancel', text: t('error.cancel') }] : []
    if (form.fail(found)) return
    const meant: Deed =
      deed.kind === 'change' ? { ...deed, body: { ...deed.body, cancelWhoDoesNotFit: mustSay } } : deed
    doIt.send(
      { deed: meant, tag: data.tag },
      {
        onSuccess: done,
        onError: (problem) => {
          const moved = problem instanceof Problem && problem.type === 'changed-meanwhile'
          form.fail(moved ? [{ field: 'touched', text: t('error.meanwhile') }] : formErrors(problem, 'series:error'))
          form.set('cancel')([])
          if (moved) void touched.refetch()
        },
      },
    )
  }

  return (
    <Page heading={heading} caption={caption} back={{ href: back }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {children}
      {touched.isError && (
        <InsetText role="alert">
          <p>{problemText(error)}</p>
          <button type="button" className="linkish" onClick={() => void touched.refetch()}>
            {t('again')}
          </button>
        </InsetText>
      )}
      {touched.isLoading && <Loading />}
      {data && !touched.isError && (
        <>
          <Touched outcome={data.body} verb={deed.kind === 'change' ? 'changes' : 'cancels'} />
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
