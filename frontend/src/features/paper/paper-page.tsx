import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { readDraft } from '../../page/draft'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { useSubmitKeys } from '../../page/submit-keys'
import { useKeptDraft } from '../../page/use-kept-draft'
import { longDate, timeRange } from '../../text/dates'
import { emptyForm, isTyped, paperFaults, paperRequest, type PaperForm } from './paper-form'
import { changedRows, rejectedRows } from './paper-problem'
import { PaperRows } from './paper-rows'
import { PaperWalkIns } from './paper-walk-ins'
import { paperSheetQuery, useRecordFromPaper } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<PaperForm | null> => {
    await requireAuthority(client, 'booking:write')
    const [draft] = await Promise.all([
      readDraft(args.request),
      client.fetchQuery(paperSheetQuery(pathParam(args, 'sessionId'))),
    ])
    return (draft as PaperForm | undefined) ?? null
  },
  Component: PaperPage,
})

/** Records a whole session from a day sheet on paper, by keyboard alone, and saves it at once. */
function PaperPage() {
  const { t } = useTranslation('paper')
  const params = useParams()
  const sessionId = pathParam({ params }, 'sessionId')
  const { data } = useSuspenseQuery({ ...paperSheetQuery(sessionId), staleTime: Infinity })
  // What is on the page changes only with words about it.
  const [sheet, setSheet] = useState(data)
  const draft = useLoaderData<PaperForm | null>()
  const form = useForm<PaperForm, string>(() => draft ?? emptyForm())
  const { busy, send } = useSendOnce(useRecordFromPaper(sessionId))
  const client = useQueryClient()
  const navigate = useNavigate()
  const keys = useSubmitKeys()
  const { values } = form
  const dropDraft = useKeptDraft(isTyped(values) ? values : undefined)
  const board = paths.day(sheet.hubId, sheet.date)

  async function showTheirs() {
    const now = await client.fetchQuery(paperSheetQuery(sessionId))
    form.fail([{ text: t('changed.heading') }, ...changedRows(sheet, now, values)])
    setSheet(now)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const faults = paperFaults(values, sheet)
    if (form.fail(faults.map(({ field, key, name }) => ({ field, text: t(`error.${key}`, { name }) })))) return
    const body = paperRequest(values, sheet)
    send(body, {
      onSuccess: () => {
        dropDraft()
        flashOnNextPage(board, t('done', { times: timeRange(sheet.starts, sheet.ends) }))
        void navigate(board)
      },
      onError: (error) => {
        if (!(error instanceof Problem)) form.fail([{ text: problemText(error) }])
        else if (error.status === 412)
          showTheirs().catch((failed: unknown) => form.fail([{ text: problemText(failed) }]))
        else if (error.type === 'paper-rows-rejected') form.fail(rejectedRows(error, body, sheet, values))
        else form.fail([{ text: problemText(error) }])
      },
    })
  }

  return (
    <Page
      heading={t('heading')}
      caption={t('caption', {
        hub: sheet.hubName,
        date: longDate(sheet.date),
        times: timeRange(sheet.starts, sheet.ends),
      })}
      back={{ href: board }}
      wrong={form.wrong}
      wide
    >
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('intro')}</p>
      <form noValidate onSubmit={submit} {...keys}>
        <h2 className="govuk-heading-m">{t('booked')}</h2>
        <PaperRows
          hubId={sheet.hubId}
          date={sheet.date}
          rows={sheet.rows}
          form={values}
          error={form.error}
          onChange={(id, row) => form.change({ rows: { ...values.rows, [id]: row } })}
        />
        <h2 className="govuk-heading-m">{t('walkIns')}</h2>
        <p className="govuk-body">
          {t('walkInsHint')} {sheet.walkInsOfDay > 0 && t('walkInsOfDay', { count: sheet.walkInsOfDay })}
        </p>
        <PaperWalkIns
          walkIns={values.walkIns}
          error={form.error}
          onChange={(change) => form.change({ walkIns: change(values.walkIns) })}
        />
        <Input
          {...form.text('people')}
          id="people"
          groupClassName="paper__people"
          label={{ text: t('people'), className: 'govuk-label--m' }}
          hint={sheet.headcount == null ? undefined : t('peopleNow', { count: sheet.headcount })}
          className="govuk-input--width-3"
          inputMode="numeric"
          error={form.error('people')}
          autoComplete="off"
        />
        <Button busy={busy}>{t(busy ? 'sending' : 'send')}</Button>
      </form>
    </Page>
  )
}
