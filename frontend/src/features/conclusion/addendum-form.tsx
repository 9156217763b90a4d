import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'
import { useAddAddendum } from './conclusion-queries'

/** The text of an addendum that was typed and not saved, as it comes back after a reload. */
interface AddendumDraft {
  text: string
}

/** Adds to a finished record. */
export function AddendumForm({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('conclusion')
  const draft = useFormDraft<AddendumDraft>('addendum')
  const form = useForm<AddendumDraft>(() => ({ text: draft?.text ?? '' }))
  const add = useAddAddendum(conversationId)
  const { values } = form
  useKeptForm('addendum', values.text ? values : undefined)

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
