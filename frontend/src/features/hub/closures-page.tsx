import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { BookingChoices, ClosurePreview, NewClosure } from '../../api/types'
import { PreviewOfClosure } from './closure-preview'
import { hubQuery, useAddClosure, usePreviewClosure, useRemoveClosure } from './queries'
import { Button } from '../../govuk/button'
import { DateInput } from '../../govuk/date-input'
import { dayOf, NO_DATE, type DateParts } from '../../govuk/date-parts'
import { Input } from '../../govuk/input'
import { SummaryList } from '../../govuk/summary-list'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { useStatusMessage } from '../../page/status-message'
import { requireAuthority, pathParam } from '../../page/guards'
import { dayRange, isDay } from '../../text/dates'
import { paths } from '../../page/paths'
import { Hidden } from '../../govuk/hidden'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'hub:write')
    return client.fetchQuery({ ...hubQuery(pathParam(args, 'hubId')), staleTime: 0 })
  },
  Component: Closures,
})

interface ClosureForm {
  from: DateParts
  to: DateParts
  reason: string
}

const EMPTY: ClosureForm = {
  from: NO_DATE,
  to: NO_DATE,
  reason: '',
}

/** Plans closures: first the sessions and bookings that a closure affects, then the closure of exactly these days. */
function Closures() {
  const { t } = useTranslation('hub')
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const look = usePreviewClosure(hubId)
  const add = useAddClosure(hubId)
  const remove = useRemoveClosure(hubId)
  const form = useForm<ClosureForm, string>(EMPTY)
  const [looked, setLooked] = useState<{ closure: NewClosure; preview: ClosurePreview }>()
  const { say, banner } = useStatusMessage()

  function refused(error: unknown) {
    say('')
    form.fail(formErrors(error, 'hub:error', { from: 'from-day', to: 'to-day' }))
  }

  function done(text: string) {
    form.fail([])
    say(text)
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (look.isPending) return
    const found: FormError<string>[] = []
    if (!isDay(dayOf(form.values.from))) found.push({ field: 'from-day', text: t('error.from.other') })
    if (!isDay(dayOf(form.values.to))) found.push({ field: 'to-day', text: t('error.to.other') })
    if (!form.values.reason.trim()) found.push({ field: 'reason', text: t('error.reason.other') })
    if (form.fail(found)) return
    const closure = {
      from: dayOf(form.values.from),
      to: dayOf(form.values.to),
      reason: form.values.reason.trim(),
    }
    say('')
    look.mutate(closure, {
      onSuccess: (preview) => {
        form.fail([])
        setLooked({ closure, preview })
      },
      onError: refused,
    })
  }

  function close(closure: NewClosure, bookings: BookingChoices) {
    if (add.isPending) return
    add.mutate(
      { ...closure, bookings },
      {
        onSuccess: () => {
          setLooked(undefined)
          form.set('from')(EMPTY.from)
          form.set('to')(EMPTY.to)
          form.set('reason')('')
          done(t('closures.added', { days: dayRange(closure.from, closure.to) }))
        },
        onError: (error) => {
          refused(error)
          // The bookings or the free places are no longer those that were shown.
          if (error instanceof Problem && !error.fields.length) setLooked(undefined)
        },
      },
    )
  }

  function takeBack(id: string) {
    if (remove.isPending) return
    remove.mutate(id, { onSuccess: () => done(t('closures.removed')), onError: refused })
  }

  return (
    <Page heading={t('closures.heading')} caption={hub.name} back={{ href: paths.hub(hubId) }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {banner}
      {hub.closures.length === 0 ? (
        <p className="govuk-body">{t('closures.none')}</p>
      ) : (
        <SummaryList
          rows={hub.closures.map((closure) => ({
            key: dayRange(closure.from, closure.to),
            value: (
              <div className="row-action">
                <span>{closure.reason}</span>
                <button type="button" className="linkish" onClick={() => takeBack(closure.id)}>
                  <Trans
                    t={t}
                    i18nKey="closures.remove"
                    values={{ reason: closure.reason }}
                    components={{ hidden: <Hidden /> }}
                  />
                </button>
              </div>
            ),
          }))}
        />
      )}
      <form noValidate onSubmit={send} onChange={() => setLooked(undefined)}>
        <div className="pair">
          {(['from', 'to'] as const).map((name) => (
            <DateInput
              key={name}
              id={name}
              legend={{ text: t(`closures.${name}`), className: 'govuk-fieldset__legend--s' }}
              error={form.error(`${name}-day`)}
              value={form.values[name]}
              onChange={form.set(name)}
            />
          ))}
        </div>
        <Input
          label={{ text: t('closures.reason'), className: 'govuk-label--s' }}
          hint={t('closures.reasonHint')}
          autoComplete="off"
          error={form.error('reason')}
          {...form.text('reason')}
        />
        {!looked && (
          <Button className="govuk-button--secondary" busy={look.isPending}>
            {t(look.isPending ? 'closures.looking' : 'closures.look')}
          </Button>
        )}
      </form>
      {looked && (
        <PreviewOfClosure
          preview={looked.preview}
          busy={add.isPending}
          error={form.error('choices')}
          fail={form.fail}
          onClose={(bookings) => close(looked.closure, bookings)}
        />
      )}
    </Page>
  )
}
