import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../page/authorities'
import { useLate } from '../../page/late'
import { unreadable } from '../../page/problem-text'
import { Undo } from '../board/undo'
import { PeopleToTellNotice } from '../people-to-tell/people-to-tell-notice'
import { PeopleToRing } from './people-to-ring'
import { toFinishQuery } from './queries'
import { ToRecord } from './to-record'
import { useRinging } from './use-ringing'

interface ToFinishProps {
  hubId: string
  /** The number of people who must be told that their booking has changed. */
  toTell: number
  /** The name or the initials of a person, as the board shows names. */
  call: (personName: string) => string
  namesHidden: boolean
}

/** The work that is left over from earlier days at a hub, each entry with the place where it is finished. */
export function ToFinish({ hubId, toTell, call, namesHidden }: ToFinishProps) {
  const { t } = useTranslation('to-finish')
  const may = useMay()
  const [all, setAll] = useState(false)
  const query = useQuery({ ...toFinishQuery(hubId, all), enabled: may('booking:write') })
  const ringing = useRinging(call)
  const { part: concerns } = useLate(may('concern:read'), () => import('../concern/new-concerns'))
  const { part: steps } = useLate(may('conversation:read'), () => import('../step/overdue-steps'))
  const list = query.data
  if (!may('booking:write')) return null
  const nothing = list?.items.length === 0 && list.earlier === 0 && toTell === 0
  return (
    <section className="card to-finish" aria-labelledby="to-finish">
      <h2 className="govuk-heading-m" id="to-finish">
        {t('heading')}
      </h2>
      <div role="status">
        {ringing.said && (
          <p className="status status--ok" id="to-finish-said" tabIndex={-1}>
            <span>{ringing.said.text}</span>{' '}
            {ringing.said.undo && (
              <Undo key={ringing.said.nth} what={ringing.said.name} busy={ringing.busy} onUndo={ringing.said.undo} />
            )}
          </p>
        )}
      </div>
      {ringing.problem && (
        <p className="govuk-error-message" role="alert">
          {ringing.problem}
        </p>
      )}
      {concerns && <concerns.NewConcerns />}
      {steps && <steps.OverdueSteps namesHidden={namesHidden} />}
      <PeopleToTellNotice hubId={hubId} count={toTell} />
      {query.isError && !list && <p className="govuk-body">{unreadable(query.error, t('unavailable'))}</p>}
      {nothing && <p className="govuk-body card__note">{t('nothing')}</p>}
      {list && (
        <>
          <ToRecord hubId={hubId} list={list} call={call} />
          <PeopleToRing hubId={hubId} list={list} call={call} namesHidden={namesHidden} ringing={ringing} />
          {list.next && <p className="govuk-body-s">{t('most', { count: list.items.length })}</p>}
          {list.earlier > 0 && (
            <button type="button" className="linkish" onClick={() => setAll(true)}>
              {t('earlier', { count: list.earlier })}
            </button>
          )}
        </>
      )}
    </section>
  )
}
