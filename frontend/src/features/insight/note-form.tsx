import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureNote, NewFigureNote } from '../../api/types'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { DateInput } from '../../govuk/date-input'
import { dayOf, NO_DATE, partsOf, type DateParts } from '../../govuk/date-parts'
import { Input } from '../../govuk/input'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'
import { isDay } from '../../text/dates'

interface NoteFields {
  day: DateParts
  words: string
  rebases: string[]
}

interface NoteFormProps {
  /** The name of the form on its page. */
  name: string
  /** The note that is changed; absent for a new one. */
  note?: FigureNote
  busy: boolean
  onSave: (note: NewFigureNote) => Promise<unknown>
  /** Closes the form. */
  onDone: () => void
}

const LONGEST = 200

/** Writes or changes a note: its day, its words, and whether the chart has new limits from then on. */
export function NoteForm({ name, note, busy, onSave, onDone }: NoteFormProps) {
  const { t } = useTranslation(['insight', 'common'])
  const draft = useFormDraft<NoteFields>(name)
  const form = useForm<NoteFields, string>(
    () =>
      draft ?? {
        day: note ? partsOf(note.day) : NO_DATE,
        words: note?.words ?? '',
        rebases: note?.rebases ? ['rebases'] : [],
      },
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
    const faults: FormError<string>[] = []
    if (!isDay(dayOf(values.day))) faults.push({ field: 'note-day-day', text: t('insight:error.day.other') })
    if (!values.words.trim()) faults.push({ field: 'note-words', text: t('insight:error.words.other') })
    if (form.fail(faults)) return
    try {
      await onSave({ day: dayOf(values.day), words: values.words.trim(), rebases: values.rebases.length > 0 })
      close()
    } catch (refused) {
      form.fail(formErrors(refused, 'insight:error', { day: 'note-day-day', words: 'note-words' }))
    }
  }

  return (
    <form className="step__form" noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <DateInput
        id="note-day"
        namePrefix="note-day"
        legend={{ text: t('insight:note.day') }}
        error={error('note-day-day')}
        value={values.day}
        onChange={form.set('day')}
      />
      <Input
        {...form.text('words')}
        id="note-words"
        label={{ text: t('insight:note.words') }}
        hint={t('insight:note.wordsHint')}
        error={error('note-words')}
        maxLength={LONGEST}
        autoComplete="off"
      />
      <Checkboxes
        name="note-rebases"
        items={[{ value: 'rebases', text: t('insight:note.rebases'), hint: t('insight:note.rebasesHint') }]}
        values={values.rebases}
        onChange={form.set('rebases')}
      />
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={busy}>
          {t('insight:note.save')}
        </Button>
        <button type="button" className="linkish" onClick={close}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
