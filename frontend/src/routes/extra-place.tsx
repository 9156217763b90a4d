import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext, useParams } from 'react-router'
import { Problem } from '../api/problem'
import { Panel } from '../features/booking/panel'
import { useExtraPlace } from '../features/booking/queries'
import { Button } from '../govuk/button'
import { InsetText } from '../govuk/inset-text'
import { Input } from '../govuk/input'
import { FormSummary, useForm } from '../page/form'
import { problemText } from '../page/problem-text'
import { useSendOnce } from '../page/send-once'
import { param } from '../page/work'
import { timeOfDay } from '../text/dates'
import type { BoardContext } from './day'

const LONGEST = 200

export const page = { Component: ExtraPlace }

/** A lead adds a place to a slot that is full, and says why. */
function ExtraPlace() {
  const { t } = useTranslation('change')
  const { day, done } = useOutletContext<BoardContext>()
  const params = useParams()
  const slotId = param({ params }, 'slotId')
  const board = `/hubs/${day.hub.id}/days/${day.date}`
  const form = useForm({ reason: '' })
  const { busy, send } = useSendOnce(useExtraPlace())
  const [slot] = useState(() => day.sessions.flatMap(({ slots }) => slots).find(({ id }) => id === slotId))
  const time = slot ? timeOfDay(slot.starts) : ''

  function submit(event: FormEvent) {
    event.preventDefault()
    const reason = form.values.reason.trim()
    const key = reason === '' ? 'empty' : reason.length > LONGEST ? 'tooLong' : undefined
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

  return (
    <Panel heading={t('extra.heading')} title={t('extra.title', { time })} close={board} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {slot ? (
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
      ) : (
        <InsetText>{t('gone')}</InsetText>
      )}
    </Panel>
  )
}
