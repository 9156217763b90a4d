import { useTranslation } from 'react-i18next'
import type { SetUp } from '../../api/types'
import { dayAt, plainDate } from '../../text/dates'

/** The evidence for a task, which the operator can look at before approving: the accepted agreement, the assessment, the places. */
export function Evidence({ councilId, setUp, task }: { councilId: string; setUp: SetUp; task: string }) {
  const { t } = useTranslation('setup')
  const { agreement, hubs } = setUp.evidence ?? {}
  const council = `/api/councils/${councilId}`
  if (task === 'agreement' && agreement) {
    const { version, name, role, at } = agreement
    return (
      <>
        <p className="govuk-body">{t('operator.accepted', { version, name, role, date: plainDate(dayAt(at)) })}</p>
        <Download href={`${council}/agreement/${encodeURIComponent(version)}`} text={t('operator.acceptedText')} />
      </>
    )
  }
  if (task === 'assessment' && setUp.tasks.some((other) => other.task === task && other.done)) {
    return <Download href={`${council}/assessment`} text={t('operator.assessment')} />
  }
  if (task === 'hub' && hubs !== undefined) {
    return <p className="govuk-body">{t('operator.places', { count: hubs })}</p>
  }
  return null
}

function Download({ href, text }: { href: string; text: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href} download>
        {text}
      </a>
    </p>
  )
}
