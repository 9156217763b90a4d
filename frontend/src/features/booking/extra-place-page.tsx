import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext, useParams } from 'react-router'
import { ExtraPlaceForm, useExtraPlaceForm } from './extra-place-form'
import { Panel } from '../board/panel'
import { InsetText } from '../../govuk/inset-text'
import { pathParam } from '../../page/guards'
import { timeOfDay } from '../../text/dates'
import type { BoardContext } from '../board/board-context'
import { paths } from '../../page/paths'

export const page = { Component: ExtraPlace }

/** A lead adds a place to a slot that is full, and says why. */
function ExtraPlace() {
  const { t } = useTranslation('booking')
  const { day, done } = useOutletContext<BoardContext>()
  const params = useParams()
  const slotId = pathParam({ params }, 'slotId')
  const board = paths.day(day.hub.id, day.date)
  const [slot] = useState(() => day.sessions.flatMap(({ slots }) => slots).find(({ id }) => id === slotId))
  const time = slot ? timeOfDay(slot.starts) : ''
  const extra = useExtraPlaceForm(slotId, time, done)
  return (
    <Panel heading={t('extra.heading')} title={t('extra.title', { time })} close={board} wrong={extra.form.wrong}>
      {slot ? <ExtraPlaceForm {...extra} /> : <InsetText>{t('gone')}</InsetText>}
    </Panel>
  )
}
