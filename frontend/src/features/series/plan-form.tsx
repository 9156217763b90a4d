import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Hub } from '../../api/types'
import { Button } from '../../govuk/button'
import { faultErrors, FormSummary } from '../../page/form'
import { useFormStep } from '../../page/form-step'
import { Page } from '../../page/page'
import { hubQuery } from '../hub/queries'
import { useKeptStep, type PlanSteps } from './plan-steps'
import type { SeriesFault } from './series-form'

interface PlanFormProps<Form extends object> {
  steps: PlanSteps<Form>
  empty: Form
  heading: string
  back: string
  /** The address of the page that checks what was typed. */
  next: string
  faults: (typed: Form) => SeriesFault[]
  children: (form: ReturnType<typeof useFormStep<Form>>, hub: Hub) => ReactNode
}

/** The form of a new series or session, with the fields that the page gives it. */
export function PlanForm<Form extends object>({
  steps: { hubId, typed, keep, chosen, ...refusals },
  empty,
  heading,
  back,
  next,
  faults,
  children,
}: PlanFormProps<Form>) {
  const { t } = useTranslation('common')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const form = useFormStep(typed, refusals)
  useKeptStep(empty, form.values, chosen)

  function send(event: FormEvent) {
    event.preventDefault()
    keep(form.values)
    if (form.fail(faultErrors('series', faults(form.values)))) return
    void navigate(next)
  }

  return (
    <Page heading={heading} caption={hub.name} back={{ href: back }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        {children(form, hub)}
        <Button>{t('continue')}</Button>
      </form>
    </Page>
  )
}
