import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { NewExtract } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { useStatusMessage } from '../../page/status-message'
import { numberOf } from '../../text/dates'
import { download } from '../insight/download'
import { useExtract } from './queries'

type Reason = NewExtract['reason']
type Field = 'reason' | 'laCode'

const REASONS: Reason[] = ['submission', 'data-quality']

/** Asks for what the file and the audit need, and offers the file. */
export function DownloadForm({ quarter }: { quarter: string }) {
  const { t } = useTranslation('client-level-data')
  const form = useForm<{ reason: Reason | ''; laCode: string }, Field>({ reason: '', laCode: '' })
  const extract = useExtract(quarter)
  const { say, banner } = useStatusMessage()

  async function send(event: FormEvent) {
    event.preventDefault()
    say('')
    const { reason } = form.values
    const laCode = form.values.laCode.trim()
    const faults: { field: Field; key: string }[] = []
    if (!reason) faults.push({ field: 'reason', key: 'reason.NotNull' })
    if (!/^\d{3}$/.test(laCode)) faults.push({ field: 'laCode', key: laCode ? 'laCode.Pattern' : 'laCode.NotNull' })
    if (form.fail(faultErrors<Field>('client-level-data', faults) as { field: Field; text: string }[]) || !reason)
      return
    try {
      const { text, events, leftOut } = await extract.mutateAsync({ reason, laCode })
      download(`client-level-data-${quarter}.csv`, 'text/csv;charset=utf-8', text)
      say(
        [
          t('download.done', { count: events, number: numberOf(events) }),
          leftOut > 0 ? t('download.leftOut', { count: leftOut, number: numberOf(leftOut) }) : '',
        ].join(' '),
      )
    } catch (refused) {
      if (!(refused instanceof Problem)) throw refused
      form.fail(formErrors<Field>(refused, 'client-level-data:error'))
    }
  }

  return (
    <section className="not-printed">
      <h2 className="govuk-heading-m">{t('download.heading')}</h2>
      {banner}
      <p className="govuk-body">{t('download.intro')}</p>
      <p className="govuk-body">{t('download.restricted')}</p>
      <form noValidate onSubmit={(event) => void send(event)}>
        <FormSummary errors={form.errors} />
        <Radios
          name="reason"
          legend={{ text: t('download.reason'), className: 'govuk-fieldset__legend--s' }}
          hint={t('download.reasonHint')}
          error={form.error('reason')}
          value={form.values.reason}
          onChange={(reason) => form.change({ reason: reason as Reason })}
          items={REASONS.map((reason) => ({ value: reason, text: t(`reason.${reason}`) }))}
        />
        <Input
          {...form.text('laCode')}
          label={{ text: t('download.laCode'), className: 'govuk-label--s' }}
          hint={t('download.laCodeHint')}
          error={form.error('laCode')}
          className="govuk-input--width-3"
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
        />
        <Button busy={extract.isPending}>{t('download.button')}</Button>
      </form>
    </section>
  )
}
