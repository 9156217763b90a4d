import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import { flashOnNextPage } from '../../page/flash-message'
import { pathParam } from '../../page/guards'
import { Page } from '../../page/page'
import { longDate, timeOfDay } from '../../text/dates'
import { ExtraPlaceForm, useExtraPlaceForm } from '../booking/extra-place-form'
import { wholeSessionQuery } from './queries'
import { useSteps } from './steps'

export const page = { Component: ExtraPlace }

/** A lead who may not see who is booked adds a place to a slot that is full, and says why. */
function ExtraPlace() {
  const { t } = useTranslation(['booking', 'session-change'])
  const client = useQueryClient()
  const { session, here } = useSteps()
  const navigate = useNavigate()
  const slotId = pathParam({ params: useParams() }, 'slotId')
  const [slot] = useState(() => session.slots.find(({ id }) => id === slotId))
  const time = slot ? timeOfDay(slot.starts) : ''
  const extra = useExtraPlaceForm(slotId, time, (said) => {
    void client.invalidateQueries({ queryKey: wholeSessionQuery(session.id).queryKey })
    flashOnNextPage(here, said)
    void navigate(here)
  })
  if (!slot) return <Navigate to={here} replace />
  return (
    <Page
      heading={t('extra.heading')}
      title={t('extra.title', { time })}
      caption={t('session-change:caption', { hub: session.hubName, date: longDate(session.date) })}
      back={{ href: here }}
      wrong={extra.form.wrong}
    >
      <ExtraPlaceForm {...extra} />
    </Page>
  )
}
