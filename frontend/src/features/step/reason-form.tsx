import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../api/types'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'
import { useChangeStep } from './queries'

interface ReasonFormProps {
  step: Step
  /** The status that the step gets. */
  status: 'not-done' | 'open'
  onDone: () => void
}

/** Asks why a step was not done, or why it is open again. */
export function ReasonForm({ step, status, onDone }: ReasonFormProps) {
  const { t } = useTranslation(['step', 'common'])
  const field = `why-${step.id}`
  const draft = useFormDraft<{ why: string }>(`step-${step.id}-${status}`)
  const form = useForm<{ why: string }, string>(() => draft ?? { why: '' })
  const dropDraft = useKeptForm(`step-${step.id}-${status}`, form.values)
  const change = useChangeStep(step)

  function close() {
    dropDraft()
    onDone()
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    const reason = form.values.why.trim()
    if (form.fail(reason ? [] : [{ field, text: t(`step:error.why.${status}`) }])) return
    try {
      await change.mutateAsync({ details: step.details, status, reason })
      close()
    } catch (refused) {
      form.fail([{ text: problemText(refused) }])
    }
  }

  return (
    <form className="step__form" noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <Input
        {...form.text('why')}
        id={field}
        label={{ text: t(`step:why.${status}`) }}
        error={form.error(field)}
        maxLength={500}
        autoComplete="off"
      />
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={change.isPending}>
          {t(`step:saveAs.${status}`)}
        </Button>
        <button type="button" className="linkish" onClick={close}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
