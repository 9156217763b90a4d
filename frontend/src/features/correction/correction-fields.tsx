import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { lookup } from '../../text/lookup'
import type { CorrectedStatus, useCorrectionForm } from './correction-form'

/** Asks what is right and why. */
export function CorrectionFields<Status extends CorrectedStatus>({
  form,
  busy,
  onSubmit,
}: {
  form: ReturnType<typeof useCorrectionForm<Status>>
  busy: boolean
  onSubmit: () => void
}) {
  const { t } = useTranslation('correction')

  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }

  return (
    <form noValidate onSubmit={submit}>
      <Radios
        name="status"
        className="govuk-radios--small"
        legend={{ text: t('status'), className: 'govuk-fieldset__legend--s' }}
        error={form.error('status')}
        items={form.statuses.map((value) => ({ value, text: lookup('board', 'status', value) }))}
        value={form.values.status}
        onChange={form.set('status')}
      />
      {form.times.map((time) => (
        <Input
          key={time}
          {...form.text(time)}
          id={time}
          label={{ text: t(`time.${time}`) }}
          className="govuk-input--width-5"
          error={form.error(time)}
          autoComplete="off"
        />
      ))}
      {form.values.status === 'cancelled' && (
        <Radios
          name="askedBy"
          className="govuk-radios--small"
          legend={{ text: t('askedBy'), className: 'govuk-fieldset__legend--s' }}
          error={form.error('askedBy')}
          items={(['person', 'us'] as const).map((value) => ({ value, text: t(`party.${value}`) }))}
          value={form.values.askedBy}
          onChange={form.set('askedBy')}
        />
      )}
      <Input
        {...form.text('reason')}
        id="reason"
        label={{ text: t('reason') }}
        hint={t('reasonHint')}
        error={form.error('reason')}
        autoComplete="off"
      />
      <div className="panel__send">
        <Button busy={busy}>{t(busy ? 'sending' : 'send')}</Button>
      </div>
    </form>
  )
}
