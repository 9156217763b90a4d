import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceNote, NewEvidenceNote } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'

type Written = Pick<NewEvidenceNote, 'type' | 'words'>

interface NoteFormProps {
  /** The name of the form on its page. */
  name: string
  /** The note that is changed; absent for a new one. */
  note?: EvidenceNote
  busy: boolean
  onSave: (note: Written) => Promise<unknown>
  /** Closes the form. */
  onDone: () => void
}

const TYPES = ['story', 'feedback', 'decision'] as const
const LONGEST = 2000

/** Writes or changes a note: a story, feedback or a decision. */
export function NoteForm({ name, note, busy, onSave, onDone }: NoteFormProps) {
  const { t } = useTranslation(['evidence', 'common'])
  const draft = useFormDraft<Written>(name)
  const form = useForm<{ type: string; words: string }, string>(
    () => draft ?? { type: note?.type ?? '', words: note?.words ?? '' },
  )
  const { values, error } = form
  const dropDraft = useKeptForm(name, values)

  function close() {
    dropDraft()
    onDone()
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const type = TYPES.find((each) => each === values.type)
    const words = values.words.trim()
    const faults: FormError<string>[] = []
    if (!type) faults.push({ field: 'type', text: t('evidence:error.type.other') })
    if (!words || words.length > LONGEST) faults.push({ field: 'words', text: t('evidence:error.words.other') })
    if (form.fail(faults) || !type) return
    try {
      await onSave({ type, words })
      close()
    } catch (refused) {
      form.fail(formErrors(refused, 'evidence:error'))
    }
  }

  return (
    <form className="step__form" noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <Radios
        name="type"
        legend={{ text: t('evidence:note.type'), className: 'govuk-fieldset__legend--s' }}
        error={error('type')}
        value={values.type}
        onChange={form.set('type')}
        items={TYPES.map((value) => ({
          value,
          text: t(`evidence:type.${value}`),
          hint: t(`evidence:typeHint.${value}`),
        }))}
      />
      <Textarea
        {...form.text('words')}
        label={{ text: t('evidence:note.words') }}
        hint={t('evidence:note.wordsHint')}
        error={error('words')}
        rows={6}
      />
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={busy}>
          {t('evidence:note.save')}
        </Button>
        <button type="button" className="linkish" onClick={close}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
