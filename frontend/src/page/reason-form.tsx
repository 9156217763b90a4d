import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../govuk/button'
import { Input } from '../govuk/input'
import { FormSummary, useForm } from './form'
import { problemText } from './problem-text'
import { useFormDraft, useKeptForm } from './use-kept-draft'

interface ReasonFormProps {
  /** The name of the form on its page. */
  name: string
  label: string
  hint?: string
  /** The error of a reason that is missing. */
  missing: string
  save: string
  busy: boolean
  onSave: (reason: string) => Promise<unknown>
  /** Closes the form. */
  onDone: () => void
  /** Follows a change that leads to another page. */
  onSaved?: () => void
}

/** Asks for the reason of a change. */
export function ReasonForm({ name, label, hint, missing, save, busy, onSave, onDone, onSaved }: ReasonFormProps) {
  const { t } = useTranslation()
  const draft = useFormDraft<{ why: string }>(name)
  const form = useForm<{ why: string }, string>(() => draft ?? { why: '' })
  const dropDraft = useKeptForm(name, form.values)

  function close() {
    dropDraft()
    onDone()
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    const reason = form.values.why.trim()
    if (form.fail(reason ? [] : [{ field: name, text: missing }])) return
    try {
      await onSave(reason)
      close()
      onSaved?.()
    } catch (refused) {
      form.fail([{ text: problemText(refused) }])
    }
  }

  return (
    <form className="step__form" noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <Input
        {...form.text('why')}
        id={name}
        label={{ text: label }}
        hint={hint}
        error={form.error(name)}
        maxLength={500}
        autoComplete="off"
      />
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={busy}>
          {save}
        </Button>
        <button type="button" className="linkish" onClick={close}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
