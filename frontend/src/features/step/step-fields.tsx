import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../api/types'
import { Button } from '../../govuk/button'
import { DateInput } from '../../govuk/date-input'
import { Input } from '../../govuk/input'
import { Select } from '../../govuk/select'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'
import { teamQuery } from '../series/queries'
import { useChangeStep } from './queries'
import { detailsOf, formOf, OWNERS, stepFaults, type StepForm } from './step-form'

interface StepFieldsProps {
  step: Step
  people: string[]
  finished: boolean
  onDone: () => void
}

/** Changes a step: what, who and by when. */
export function StepFields({ step, people, finished, onDone }: StepFieldsProps) {
  const { t } = useTranslation(['step', 'common'])
  const draft = useFormDraft<StepForm>(`step-${step.id}-change`)
  const form = useForm<StepForm, string>(() => draft ?? formOf(step.details))
  const dropDraft = useKeptForm(`step-${step.id}-change`, form.values)
  const change = useChangeStep(step)
  const members = useQuery(teamQuery()).data ?? []
  const id = (field: keyof StepForm) => `${field}-${step.id}`
  const { values, set, text, error } = form
  const ids = { what: id('what'), owner: id('owner'), due: id('due'), reason: id('reason') }

  function close() {
    dropDraft()
    onDone()
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    const faults = stepFaults(values, finished)
    if (form.fail(faultErrors('step', faults, { ...ids, due: `${ids.due}-day` }))) return
    const reason = values.reason.trim()
    try {
      await change.mutateAsync({ details: detailsOf(values), status: step.status, ...(reason && { reason }) })
      close()
    } catch (refused) {
      form.fail(formErrors(refused, 'step:error', ids))
    }
  }

  return (
    <form className="step__form" noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <Input
        {...text('what')}
        id={ids.what}
        label={{ text: t('step:field.what') }}
        error={error(ids.what)}
        maxLength={500}
        autoComplete="off"
      />
      <Select
        id={ids.owner}
        name={ids.owner}
        label={{ text: t('step:field.owner') }}
        error={error(ids.owner)}
        items={[
          { value: '', text: t('step:choose') },
          ...OWNERS.map((value) => ({
            value,
            text: value === 'person' ? people.join(', ') : t(`step:owner.${value}`),
          })),
        ]}
        value={values.owner}
        onChange={(event) => set('owner')(event.target.value)}
      />
      {values.owner === 'council' ? (
        <Select
          id={id('memberId')}
          name={id('memberId')}
          label={{ text: t('step:field.member') }}
          error={error('memberId')}
          items={[
            { value: '', text: t('step:team') },
            ...members.map((member) => ({ value: member.id, text: member.name })),
          ]}
          value={values.memberId}
          onChange={(event) => set('memberId')(event.target.value)}
        />
      ) : (
        values.owner !== 'person' && (
          <Input
            {...text('ownerName')}
            id={id('ownerName')}
            label={{ text: t('step:field.name') }}
            maxLength={200}
            autoComplete="off"
          />
        )
      )}
      <DateInput
        id={ids.due}
        namePrefix={ids.due}
        legend={{ text: t('step:field.due') }}
        error={error(`${ids.due}-day`)}
        value={values.due}
        onChange={set('due')}
      />
      {finished && (
        <Input
          {...text('reason')}
          id={ids.reason}
          label={{ text: t('step:field.reason') }}
          hint={t('step:field.reasonHint')}
          error={error(ids.reason)}
          maxLength={500}
          autoComplete="off"
        />
      )}
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={change.isPending}>
          {t('step:save')}
        </Button>
        <button type="button" className="linkish" onClick={close}>
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
