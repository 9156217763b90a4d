import { useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { WithoutReaders } from '../../api/types'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { ShowMore } from '../../page/show-more'
import { useStatusMessage } from '../../page/status-message'
import { Unavailable } from '../../page/unavailable'
import { listOf, plainDate } from '../../text/dates'
import { useNameReaders, withoutReadersQuery } from './queries'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'reader:write'),
  Component: ConversationsWithoutReaders,
})

/** The restricted records of which every named member has left. A lead names who may open them, and reads nothing. */
function ConversationsWithoutReaders() {
  const { t } = useTranslation('conversation')
  const list = useInfiniteQuery(withoutReadersQuery())
  const { data, error, isPending, refetch } = list
  const { say, banner } = useStatusMessage()
  const [open, setOpen] = useState<string>()
  const records = data?.pages.flatMap(({ items }) => items)
  const colleagues = data?.pages[0]?.colleagues ?? []
  return (
    <Page heading={t('withoutReaders.heading')} back={{ href: paths.week, text: t('withoutReaders.back') }}>
      {banner}
      {isPending && <Loading />}
      {error && !data && (
        <Unavailable error={error} words={t('withoutReaders.unavailable')} onAgain={() => void refetch()} />
      )}
      {records?.length === 0 && <p className="govuk-body">{t('withoutReaders.none')}</p>}
      {records && records.length > 0 && <p className="govuk-body">{t('withoutReaders.intro')}</p>}
      {records?.map((record) => (
        <section key={record.id} className="card">
          <h2 className="govuk-heading-m">
            {record.hubName
              ? t('withoutReaders.recordAt', { day: plainDate(record.day), hub: record.hubName })
              : t('withoutReaders.record', { day: plainDate(record.day) })}
          </h2>
          {record.formerReaderNames.length > 0 && (
            <p className="govuk-body">{t('withoutReaders.former', { names: listOf(record.formerReaderNames) })}</p>
          )}
          {open === record.id ? (
            <ReadersForm record={record} colleagues={colleagues} onDone={say} />
          ) : (
            <Button type="button" className="govuk-button--secondary" onClick={() => setOpen(record.id)}>
              {t('withoutReaders.choose')}
            </Button>
          )}
        </section>
      ))}
      <ShowMore list={list} text={t('withoutReaders.more')} />
    </Page>
  )
}

interface ReadersFormProps {
  record: WithoutReaders['items'][number]
  colleagues: WithoutReaders['colleagues']
  onDone: (text: string) => void
}

/** One form is open at a time, so that the names of its fields are unique on the page. */
function ReadersForm({ record, colleagues, onDone }: ReadersFormProps) {
  const { t } = useTranslation('conversation')
  const form = useForm<{ memberIds: string[] }, string>({ memberIds: [] })
  const name = useNameReaders(record.id)

  async function send(memberIds: string[], names: string) {
    try {
      await name.mutateAsync(memberIds)
      onDone(t('withoutReaders.done', { names, day: plainDate(record.day) }))
    } catch (error) {
      // The page says it: the list may no longer have this record, because another lead was faster.
      if (error instanceof Problem && error.type === 'conversation-has-readers') onDone(t('withoutReaders.faster'))
      else form.fail(formErrors(error, 'conversation:withoutReaders.error', { memberIds: 'memberIds' }))
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const { memberIds } = form.values
    const wrong = memberIds.length > 0 ? [] : [{ field: 'memberIds', text: t('withoutReaders.error.memberIds.other') }]
    if (form.fail(wrong)) return
    const names = listOf(colleagues.filter(({ id }) => memberIds.includes(id)).map((colleague) => colleague.name))
    void send(memberIds, names)
  }

  if (colleagues.length === 0) return <p className="govuk-body">{t('withoutReaders.noColleague')}</p>
  return (
    <form noValidate onSubmit={submit}>
      <FormSummary errors={form.errors} />
      <Checkboxes
        name="memberIds"
        className="govuk-checkboxes--small"
        legend={{ text: t('withoutReaders.who') }}
        error={form.error('memberIds')}
        values={form.values.memberIds}
        onChange={form.set('memberIds')}
        items={colleagues.map((colleague) => ({ value: colleague.id, text: colleague.name }))}
      />
      <Button busy={name.isPending}>{t('withoutReaders.name')}</Button>
    </form>
  )
}
