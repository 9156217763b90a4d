import { useQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { UndoOutcome } from '../../api/types'
import { count } from '../file-import/import-report'
import { undoPreviewQuery, useUndoImport } from './queries'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { Loading } from '../../page/loading'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority, pathParam } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'hub:write'),
  Component: UndoImport,
})

/** First what undoing an import would do, and which hubs stay, then the undo. */
function UndoImport() {
  const { t } = useTranslation(['hub-import', 'file-import'])
  const importId = pathParam({ params: useParams() }, 'importId')
  const navigate = useNavigate()
  const look = useQuery(undoPreviewQuery(importId))
  const undo = useSendOnce(useUndoImport())
  const form = useForm<{ nothing: string }>({ nothing: '' })

  function send(event: FormEvent) {
    event.preventDefault()
    undo.send(importId, {
      onSuccess: ({ removed, restored }) => {
        flashOnNextPage(paths.hubs, t('undoing.done', { removed: count(removed), restored: count(restored) }))
        void navigate(paths.hubs)
      },
      onError: (error) => form.fail(formErrors(error, 'file-import:error')),
    })
  }

  return (
    <Page heading={t('undoing.heading')} back={{ href: paths.importHubs }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {look.isError && (
        <InsetText role="alert">
          <p>{problemText(look.error)}</p>
        </InsetText>
      )}
      {look.isLoading && <Loading />}
      {look.data && !look.isError && (
        <>
          <Consequences outcome={look.data} />
          {look.data.removed + look.data.restored > 0 ? (
            <form noValidate onSubmit={send}>
              <div className="govuk-button-group">
                <Button className="govuk-button--warning" busy={undo.busy}>
                  {t(undo.busy ? 'undoing.sending' : 'undoing.send')}
                </Button>
                <a className="govuk-link" href={paths.hubs}>
                  {t('undoing.keep')}
                </a>
              </div>
            </form>
          ) : (
            <p className="govuk-body">
              <a className="govuk-link" href={paths.hubs}>
                {t('file-import:see')}
              </a>
            </p>
          )}
        </>
      )}
    </Page>
  )
}

function Consequences({ outcome }: { outcome: UndoOutcome }) {
  const { t } = useTranslation(['hub-import', 'file-import'])
  const { removed, restored, stays, stayCount } = outcome
  return (
    <>
      {removed + restored === 0 && <p className="govuk-body">{t('undoing.nothing')}</p>}
      <ul className="govuk-list govuk-list--bullet">
        {removed > 0 && <li>{t('undoing.removed', { count: removed, number: count(removed) })}</li>}
        {restored > 0 && <li>{t('undoing.restored', { count: restored, number: count(restored) })}</li>}
        {stayCount > 0 && <li>{t('undoing.stays', { count: stayCount, number: count(stayCount) })}</li>}
      </ul>
      {stays.length > 0 && (
        <Table
          className="stacks"
          firstCellIsHeader
          caption={t('undoing.caption')}
          captionClassName="govuk-table__caption--m"
          head={[{ text: t('table.name') }, { text: t('undoing.why') }]}
          rows={stays.map((hub) => ({
            key: hub.hubId,
            cells: [
              <a className="govuk-link" href={paths.hub(hub.hubId)} key="hub">
                {hub.name}
              </a>,
              t(`undoing.reason.${hub.why}`),
            ],
          }))}
        />
      )}
      {stayCount > stays.length && (
        <p className="govuk-body">{t('file-import:more', { count: stayCount - stays.length })}</p>
      )}
    </>
  )
}
