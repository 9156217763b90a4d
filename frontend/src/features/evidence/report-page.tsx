import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Button } from '../../govuk/button'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useFlashMessage } from '../../page/flash-message'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { dateAndTime } from '../../text/dates'
import { useCouncil } from '../insight/council-name'
import { download } from '../insight/download'
import { reportQuery } from './queries'
import { ReportDocument } from './report-document'
import { webPageOf } from './web-page'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<null> => {
    await requireAuthority(client, 'figures:read')
    await client.ensureQueryData(reportQuery(pathParam(args, 'reportId')))
    return null
  },
  Component: ReportPage,
})

/** A published report, to read, print and keep. */
function ReportPage() {
  const { t } = useTranslation(['evidence', 'common'])
  const council = useCouncil()
  const published = useFlashMessage<string>()
  const reportId = pathParam({ params: useParams() }, 'reportId')
  const report = useSuspenseQuery(reportQuery(reportId)).data
  const heading = t('evidence:report.heading', { number: report.number })
  const keep = () => {
    const article = document.getElementById('report')
    if (article)
      download(
        `evidence-report-${report.number}.html`,
        'text/html;charset=utf-8',
        webPageOf(article, heading, t('evidence:report.title', { report: heading, council })),
      )
  }
  return (
    <Page heading={heading} back={{ href: paths.evidence, text: t('evidence:back') }} wide>
      {published && <NotificationBanner success>{published}</NotificationBanner>}
      <div className="govuk-button-group not-printed">
        <Button type="button" onClick={() => window.print()}>
          {t('common:button.print')}
        </Button>
        <Button type="button" className="govuk-button--secondary" onClick={keep}>
          {t('evidence:report.keep')}
        </Button>
      </div>
      <ReportDocument
        content={report.content}
        status={t('evidence:report.published', {
          at: dateAndTime(report.publishedAt),
          name: report.publishedByName ?? t('evidence:someone'),
        })}
      />
    </Page>
  )
}
