import { useSuspenseQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { faultErrors, FormSummary } from '../../page/form'
import { useFormStep } from '../../page/form-step'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { hubQuery } from '../hub/queries'
import { useNewSeriesSteps } from './new-series-steps'
import { seriesFaults } from './series-form'
import { TimeFields } from './time-fields'
import { WhatFields } from './what-fields'
import { WhenFields } from './when-fields'

export const page = { Component: NewSeriesForm }

function NewSeriesForm() {
  const { t } = useTranslation(['series', 'common'])
  const { hubId, typed, keep, ...refusals } = useNewSeriesSteps()
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const navigate = useNavigate()
  const form = useFormStep(typed, refusals)

  function send(event: FormEvent) {
    event.preventDefault()
    keep(form.values)
    if (form.fail(faultErrors('series', seriesFaults(form.values)))) return
    void navigate(paths.checkNewSeries(hubId))
  }

  return (
    <Page
      heading={t('series:new.heading')}
      caption={hub.name}
      back={{ href: paths.seriesList(hubId) }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <h2 className="govuk-heading-m">{t('series:new.what')}</h2>
        <WhatFields {...form} rooms={hub.rooms} />
        <h2 className="govuk-heading-m">{t('series:new.when')}</h2>
        <WhenFields {...form} />
        <h2 className="govuk-heading-m">{t('series:new.time')}</h2>
        <TimeFields {...form} />
        <Button>{t('common:continue')}</Button>
      </form>
    </Page>
  )
}
