import { useQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { EvidenceDraft } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { Hidden } from '../../govuk/hidden'
import { NotificationBanner } from '../../govuk/notification-banner'
import { WarningText } from '../../govuk/warning-text'
import { flashOnNextPage, useFlashMessage } from '../../page/flash-message'
import { FormSummary, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { useStatusMessage } from '../../page/status-message'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { draftQuery, useChangeDraft, usePublish } from './queries'
import { idOf, ReportDocument } from './report-document'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'figures:write'),
  Component: DraftPage,
})

/** The draft of the next report, as it will be published. */
function DraftPage() {
  const { t } = useTranslation('evidence')
  const saved = useFlashMessage<string>()
  const { data, error, isPending, refetch } = useQuery(draftQuery())
  return (
    <Page heading={t('draft.heading')} back={{ href: paths.evidence, text: t('back') }} wide>
      {saved && <NotificationBanner success>{saved}</NotificationBanner>}
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('draft.unavailable')} onAgain={() => void refetch()} />}
      {data === null && <p className="govuk-body">{t('draft.gone')}</p>}
      {data && <Draft draft={data} />}
    </Page>
  )
}

function Draft({ draft }: { draft: EvidenceDraft }) {
  const { t } = useTranslation(['evidence', 'common'])
  const navigate = useNavigate()
  const form = useForm<object, string>({})
  const { say, banner } = useStatusMessage()
  const change = useChangeDraft(draft.version)
  const publishing = useSendOnce(usePublish())
  const { content, changedAt, changedByName, version } = draft
  const refused = (error: unknown) => form.fail([{ text: problemText(error) }])

  function publish() {
    const faults = content.sections
      .filter(({ text }) => !text)
      .map(({ section }) => ({ field: idOf(section), text: t('error.section', { name: t(`section.${section}`) }) }))
    if (form.fail(faults)) return
    publishing.send(version, {
      onSuccess: ({ id, number }) => {
        flashOnNextPage(paths.evidenceReport(id), t('draft.published', { number }))
        void navigate(paths.evidenceReport(id), { replace: true })
      },
      onError: refused,
    })
  }

  return (
    <>
      {banner}
      <FormSummary errors={form.errors} />
      <p className="govuk-body not-printed">{t('draft.intro')}</p>
      <ReportDocument
        content={content}
        status={t('draft.status', { name: changedByName ?? t('someone'), at: dateAndTime(changedAt) })}
        after={(section) => (
          <p className="not-printed">
            <a className="govuk-link" href={paths.evidenceSection(section)}>
              <Trans
                t={t}
                i18nKey="draft.write"
                values={{ name: t(`section.${section}`) }}
                components={{ hidden: <Hidden /> }}
              />
            </a>
          </p>
        )}
      />
      <div className="not-printed">
        <WarningText>{t('draft.forEver')}</WarningText>
        <div className="govuk-button-group">
          <Button type="button" busy={publishing.busy} onClick={publish}>
            {t('draft.publish')}
          </Button>
          <Button
            type="button"
            className="govuk-button--secondary"
            busy={change.isPending}
            onClick={() => change.mutate('refresh', { onSuccess: () => say(t('draft.refreshed')), onError: refused })}
          >
            {t('draft.refresh')}
          </Button>
          <Button type="button" className="govuk-button--secondary" onClick={() => window.print()}>
            {t('common:button.print')}
          </Button>
        </div>
        <Details summary={t('draft.delete')}>
          <p className="govuk-body">{t('draft.deleteMeans')}</p>
          <Button
            type="button"
            className="govuk-button--warning"
            busy={change.isPending}
            onClick={() =>
              change.mutate('delete', {
                onSuccess: () => {
                  flashOnNextPage(paths.evidence, t('draft.deleted'))
                  void navigate(paths.evidence, { replace: true })
                },
                onError: refused,
              })
            }
          >
            {t('draft.deleteNow')}
          </Button>
        </Details>
      </div>
    </>
  )
}
