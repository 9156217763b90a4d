import { useTranslation } from 'react-i18next'
import { paths } from '../../page/paths'
import { useNewSeriesSteps } from './new-series-steps'
import { PlanForm } from './plan-form'
import { EMPTY_SERIES, seriesFaults } from './series-form'
import { TimeFields } from './time-fields'
import { WhatFields } from './what-fields'
import { WhenFields } from './when-fields'

export const page = { Component: NewSeriesForm }

function NewSeriesForm() {
  const { t } = useTranslation('series')
  const steps = useNewSeriesSteps()
  return (
    <PlanForm
      steps={steps}
      empty={EMPTY_SERIES}
      heading={t('new.heading')}
      back={paths.seriesList(steps.hubId)}
      next={paths.checkNewSeries(steps.hubId)}
      faults={seriesFaults}
    >
      {(form, hub) => (
        <>
          <h2 className="govuk-heading-m">{t('new.what')}</h2>
          <WhatFields {...form} rooms={hub.rooms} />
          <h2 className="govuk-heading-m">{t('new.when')}</h2>
          <WhenFields {...form} />
          <h2 className="govuk-heading-m">{t('new.time')}</h2>
          <TimeFields {...form} />
        </>
      )}
    </PlanForm>
  )
}
