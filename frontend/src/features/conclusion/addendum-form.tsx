import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { Button } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { draftPlace, dropDraft, keepDraft } from '../../page/draft'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useAddAddendum } from './conclusion-queries'

/** The text of an addendum that was typed and not saved, as it comes back after a reload. */
export interface AddendumDraft {
  text: string
}

/** Adds to a finished record. */
export function AddendumForm({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('conclusion')
  const draft = useLoaderData<AddendumDraft | null>()
  const form = useForm<AddendumDraft>(() => ({ text: draft?.text ?? '' }))
  const add = useAddAddendum(conversationId)
  const [place] = useState(draftPlace)
  const typed = useRef(false)
  const { values } = form
  useEffect(() => {
    if (values.text) void keepDraft(place, values)
    else if (typed.current) dropDraft()
    typed.current = values.text !== ''
  }, [place, values])

  async function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(values.text.trim() ? [] : [{ field: 'text', text: t('addendum.error') }])) return
    try {
      await add.mutateAsync(values.text)
      form.change({ text: '' })
    } catch (error) {
      form.fail([{ field: 'text', text: problemText(error) }])
    }
  }

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <Textarea
        {...form.text('text')}
        id="text"
        label={{ text: t('addendum.label'), className: 'govuk-label--m' }}
        hint={t('addendum.hint')}
        error={form.error('text')}
      />
      <Button className="govuk-button--secondary" busy={add.isPending}>
        {t('addendum.send')}
      </Button>
    </form>
  )
}
