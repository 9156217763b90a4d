import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { SummaryList } from '../../govuk/summary-list'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors } from '../../page/form'
import { longDate, timeRange } from '../../text/dates'
import { roomInWords, usePlanInWords } from '../series/plan-in-words'
import { timeFaults } from '../series/series-form'
import { arrangementOf } from '../series/series-request'
import { PreviewFirst } from './preview-first'
import type { SessionAction } from './queries'
import { FIELD_IDS, isScope, useSteps } from './steps'

export const page = { Component: CheckChange }

function CheckChange() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const { session, hub, choice, here, home, typed, refuse } = useSteps()
  const navigate = useNavigate()
  const plan = usePlanInWords()
  const back = `${here}/change`
  if (!isScope(choice) || timeFaults(typed).length > 0) return <Navigate to={here} replace />
  const scope = choice
  const wanted = arrangementOf(typed)
  const action: SessionAction = {
    kind: 'change',
    sessionId: session.id,
    body: { scope, ...wanted },
  }
  const none = t('common:notProvided')
  const breaks = (those: { starts: string; ends: string }[] = []) => plan.breaks(those) || t('row.noBreaks')

  /** The new value, and the old one if it differs. */
  const row = (field: string, key: string, hidden: string, is: string, was: string) => ({
    key,
    value: is === was ? is : t('row.was', { is, was }),
    actions: [{ text: t('common:change'), href: `${back}#${field}`, hidden }],
  })
  const places = (count: number | null | undefined) => String(count ?? 1)
  return (
    <PreviewFirst
      action={action}
      hub={hub}
      heading={t('check.heading')}
      caption={t('caption', { hub: session.hubName, date: longDate(session.date) })}
      back={back}
      act={{ still: t(`scope.${scope}.send`), busy: t('check.sending') }}
      keep={{ href: home, text: t('check.keep') }}
      errorsOf={(problem) => formErrors(problem, 'series:error', FIELD_IDS)}
      refuse={refuse}
      done={(outcome) => {
        flashOnNextPage(home, t('done.changed', { count: outcome.sessions.length }))
        void navigate(home)
      }}
    >
      <SummaryList
        rows={[
          {
            key: t('row.sessions'),
            value: t(`scope.${scope}.choice`),
            actions: [{ text: t('common:change'), href: here, hidden: t('row.hiddenSessions') }],
          },
          row('kind', t('series:check.kind'), t('series:check.hidden.kind'), wanted.kind ?? none, session.kind ?? none),
          row(
            hub.rooms.length > 0 ? 'roomId' : 'room',
            t('series:check.room'),
            t('series:check.hidden.room'),
            roomInWords(hub.rooms, wanted) ?? none,
            session.room ?? none,
          ),
          row(
            'staff',
            t('series:check.staff'),
            t('series:check.hidden.staff'),
            (wanted.staff && plan.staff(wanted.staff)) ?? none,
            plan.staff(session.staff) || none,
          ),
          row(
            'starts',
            t('series:check.times'),
            t('series:check.hidden.times'),
            timeRange(wanted.starts, wanted.ends),
            timeRange(session.starts, session.ends),
          ),
          row(
            'starts',
            t('series:check.breaks'),
            t('series:check.hidden.breaks'),
            breaks(wanted.breaks),
            breaks(session.breaks),
          ),
          row(
            'slotMinutes',
            t('series:check.length'),
            t('series:check.hidden.length'),
            plan.length(wanted),
            plan.length(session),
          ),
          ...(wanted.slotMinutes
            ? [
                row(
                  'placesPerSlot',
                  t('series:check.places'),
                  t('series:check.hidden.places'),
                  places(wanted.placesPerSlot),
                  places(session.slotMinutes ? session.placesPerSlot : wanted.placesPerSlot),
                ),
              ]
            : []),
        ]}
      />
    </PreviewFirst>
  )
}
