import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { suspensionQuery } from './queries'
import { ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { unreadable } from '../../page/problem-text'
import { dayAndTime } from '../../text/dates'

/** The operator's view of a council's suspension: the state, what was before, and the way to change it. */
export function CouncilSuspension({ councilId }: { councilId: string }) {
  const { t } = useTranslation('suspension')
  const suspension = useQuery(suspensionQuery(councilId))
  const now = suspension.data?.body
  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('heading')}</h2>
      {suspension.isError && <InsetText role="alert">{unreadable(suspension.error, t('unavailable'))}</InsetText>}
      {suspension.isLoading && <Loading />}
      {now && (
        <>
          <p className="govuk-body">{t(now.suspended ? 'on' : 'off')}</p>
          {now.steps.length > 0 && (
            <ul className="govuk-list">
              {now.steps.map(({ number, kind, reason, at }) => (
                <li key={number}>
                  {t(`step.${kind}`, { at: dayAndTime(at), reason: reason ? t(`reason.${reason}`) : '' })}
                </li>
              ))}
            </ul>
          )}
          <ButtonLink className="govuk-button--secondary" href={paths.suspension(councilId)}>
            {t(now.suspended ? 'resume.link' : 'suspend.link')}
          </ButtonLink>
        </>
      )}
    </section>
  )
}
