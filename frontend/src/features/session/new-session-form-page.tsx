import { useTranslation } from 'react-i18next'
import { DateInput } from '../../govuk/date-input'
import { paths } from '../../page/paths'
import { PlanForm } from '../series/plan-form'
import { TimeFields } from '../series/time-fields'
import { WhatFields } from '../series/what-fields'
import { useNewSessionSteps } from './new-session-steps'
import { EMPTY, faults } from './session-form'

export const page = { Component: NewSessionForm }

function NewSessionForm() {
  const { t } = useTranslation('session')
  const steps = useNewSessionSteps()
  return (
    <PlanForm
      steps={steps}
      empty={EMPTY}
      heading={t('heading')}
      back={paths.hub(steps.hubId)}
      next={paths.checkNewSession(steps.hubId)}
      faults={faults}
    >
      {(form, hub) => (
        <>
          <DateInput
            id="date"
            legend={{ text: t('field.date'), className: 'govuk-fieldset__legend--s' }}
            hint={t('field.dateHint')}
            error={form.error('date-day')}
            value={form.values.date}
            onChange={form.set('date')}
          />
          <WhatFields {...form} rooms={hub.rooms} />
          <TimeFields {...form} />
        </>
      )}
    </PlanForm>
  )
}
