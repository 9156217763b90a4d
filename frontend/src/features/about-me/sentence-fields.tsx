import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { DateInput } from '../../govuk/date-input'
import { Input } from '../../govuk/input'
import { Select } from '../../govuk/select'
import { Textarea } from '../../govuk/textarea'
import { FormSummary, type useForm } from '../../page/form'
import { HEADINGS, SPEAKERS, type SentenceForm } from './sentence-form'

interface SentenceFieldsProps {
  form: ReturnType<typeof useForm<SentenceForm, string>>
  /** The name of the person. */
  name: string
  /** The words of another member of staff, if they changed the sentence first. */
  theirs?: string | undefined
  busy: boolean
  button: ReactNode
  onSend: () => void
  onCancel: () => void
}

/** A sentence that is added or changed: its words, who said it and when. */
export function SentenceFields({ form, name, theirs, busy, button, onSend, onCancel }: SentenceFieldsProps) {
  const { t } = useTranslation(['about-me', 'common'])
  const { values, set, text, error } = form

  function send(event: FormEvent) {
    event.preventDefault()
    onSend()
  }

  return (
    <form className="step__form not-printed" noValidate onSubmit={send}>
      <FormSummary errors={form.errors} />
      {theirs !== undefined && (
        <p className="govuk-body" dir="auto">
          {t('about-me:theirs', { text: theirs })}
        </p>
      )}
      <Textarea
        {...text('text')}
        id="text"
        label={{ text: t('about-me:field.text') }}
        hint={t('about-me:field.textHint')}
        error={error('text')}
        rows={3}
        dir="auto"
      />
      <Select
        id="heading"
        name="heading"
        label={{ text: t('about-me:field.heading') }}
        items={HEADINGS.map((value) => ({ value, text: t(`about-me:heading.${value}`) }))}
        value={values.heading}
        onChange={(event) => set('heading')(event.target.value as SentenceForm['heading'])}
      />
      <Radios
        name="saidBy"
        legend={{ text: t('about-me:field.saidBy') }}
        value={values.saidBy}
        onChange={(value) => set('saidBy')(value as SentenceForm['saidBy'])}
        items={SPEAKERS.map((value) => ({
          value,
          text: t(`about-me:speaker.${value}`, { name }),
          ...(value === 'supporter' && {
            conditional: (
              <>
                <Input
                  {...text('supporterName')}
                  id="supporterName"
                  label={{ text: t('about-me:field.supporterName') }}
                  error={error('supporterName')}
                  maxLength={200}
                  autoComplete="off"
                />
                <Input
                  {...text('supporterRelation')}
                  id="supporterRelation"
                  label={{ text: t('about-me:field.supporterRelation') }}
                  hint={t('about-me:field.supporterRelationHint')}
                  error={error('supporterRelation')}
                  maxLength={200}
                  autoComplete="off"
                />
              </>
            ),
          }),
        }))}
      />
      <DateInput
        id="saidOn"
        namePrefix="saidOn"
        legend={{ text: t('about-me:field.saidOn') }}
        error={error('saidOn-day')}
        value={values.saidOn}
        onChange={set('saidOn')}
      />
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={busy}>
          {button}
        </Button>
        <button type="button" className="linkish" onClick={onCancel}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
