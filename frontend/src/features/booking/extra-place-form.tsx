import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { reasonFault } from '../../page/reason'
import { useSendOnce } from '../../page/send-once'
import { useExtraPlace } from './queries'

/** One more place in a slot, and why: on the board of a day, and where people are not named. */
export function useExtraPlaceForm(slotId: string, time: string, done: (said: string) => void) {
  const { t } = useTranslation('booking')
  const form = useForm({ reason: '' })
  const { busy, send } = useSendOnce(useExtraPlace())

  function submit(event: FormEvent) {
    event.preventDefault()
    const reason = form.values.reason.trim()
    const key = reasonFault(reason)
    if (form.fail(key ? [{ field: 'reason', text: t(`extra.error.${key}`) }] : [])) return
    send(
      { slotId, reason },
      {
        onSuccess: () => done(t('extra.done', { time })),
        onError: (error) => form.fail([{ text: refusal(error) }]),
      },
    )
  }

  function refusal(error: unknown) {
    if (error instanceof Problem && (error.type === 'no-more-places' || error.type === 'slot-over')) {
      return t(`extra.error.${error.type}`)
    }
    return problemText(error)
  }

  return { form, busy, submit, time }
}

export function ExtraPlaceForm({ form, busy, submit, time }: ReturnType<typeof useExtraPlaceForm>) {
  const { t } = useTranslation('booking')
  return (
    <>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={submit}>
        <p className="govuk-body">{t('extra.body', { time })}</p>
        <Input
          {...form.text('reason')}
          id="reason"
          label={{ text: t('extra.reason') }}
          error={form.error('reason')}
          autoComplete="off"
        />
        <div className="panel__send">
          <Button busy={busy}>{t(busy ? 'extra.sending' : 'extra.send')}</Button>
        </div>
      </form>
    </>
  )
}
