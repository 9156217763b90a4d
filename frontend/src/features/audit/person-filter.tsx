import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { useMay } from '../../page/authorities'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { PersonCombobox } from '../person/person-combobox'
import { choosing } from './filter'
import { findSubject, type Kept, type Wanted } from './queries'

/** The person whose entries show: found by name, or by reference where the reader may not know names. */
export function usePersonFilter(of: Kept, now: Wanted) {
  const { t } = useTranslation('audit')
  const navigate = useNavigate()
  const form = useForm({ reference: '' })
  const find = useMutation({ mutationFn: findSubject })
  const show = (subjectId: string) => void navigate(choosing(of, now, { subjectId }))

  function send(event: FormEvent) {
    event.preventDefault()
    const reference = form.values.reference.trim()
    if (form.fail(reference ? [] : [{ field: 'reference', text: t('error.reference.NotBlank') }])) return
    find.mutate(reference, {
      onSuccess: ({ id }) => show(id),
      onError: (error) =>
        form.fail(
          error instanceof Problem && error.status === 404
            ? [{ field: 'reference', text: t('error.reference.unknown') }]
            : formErrors(error, 'audit:error'),
        ),
    })
  }

  return { form, send, show, busy: find.isPending }
}

export function PersonFilter({ form, send, show, busy }: ReturnType<typeof usePersonFilter>) {
  const { t } = useTranslation('audit')
  const may = useMay()
  if (may('person:read')) {
    return (
      <PersonCombobox
        id="about"
        label={t('person.name')}
        hint={t('person.nameHint')}
        focused={false}
        onPick={(person) => show(person.id)}
      />
    )
  }
  return (
    <>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <Input
          label={{ text: t('person.reference'), className: 'govuk-label--s' }}
          hint={t('person.referenceHint')}
          className="govuk-input--width-10"
          autoComplete="off"
          spellCheck={false}
          error={form.error('reference')}
          {...form.text('reference')}
        />
        <Button className="govuk-button--secondary" busy={busy}>
          {t('person.show')}
        </Button>
      </form>
    </>
  )
}
