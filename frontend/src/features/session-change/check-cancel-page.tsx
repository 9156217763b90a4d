import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { SummaryList } from '../../govuk/summary-list'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors } from '../../page/form'
import { longDate, timeRange } from '../../text/dates'
import { PreviewFirst } from './preview-first'
import { useSteps } from './steps'

export const page = { Component: CheckCancel }

function CheckCancel() {
  const { t } = useTranslation(['session-change', 'common'])
  const { session, here, home, reason, refuse } = useSteps()
  const navigate = useNavigate()
  const back = `${here}/cancel`
  if (!reason) return <Navigate to={back} replace />
  return (
    <PreviewFirst
      action={{ kind: 'cancel', sessionId: session.id, body: { reason } }}
      heading={t('cancel.check')}
      caption={t('caption', { hub: session.hubName, date: longDate(session.date) })}
      back={back}
      act={{ still: t('cancel.send'), busy: t('cancel.sending'), warning: true }}
      keep={{ href: home, text: t('cancel.keep') }}
      errorsOf={(problem) => formErrors(problem, 'session-change:error')}
      refuse={refuse}
      done={() => {
        flashOnNextPage(home, t('done.cancelled', { date: longDate(session.date) }))
        void navigate(home)
      }}
    >
      <SummaryList
        rows={[
          { key: t('row.date'), value: longDate(session.date) },
          { key: t('row.times'), value: timeRange(session.starts, session.ends) },
          {
            key: t('row.reason'),
            value: reason,
            actions: [{ text: t('common:change'), href: `${back}#reason`, hidden: t('row.hiddenReason') }],
          },
        ]}
      />
    </PreviewFirst>
  )
}
