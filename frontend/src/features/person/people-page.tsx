import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { OverdueReviews } from '../about-me/overdue-reviews'
import { peopleSearchQuery, LEAST_LETTERS } from './queries'
import { Button, ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { Input } from '../../govuk/input'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { Loading } from '../../page/loading'
import { requireAuthority } from '../../page/guards'
import { plainDate } from '../../text/dates'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'person:read'),
  Component: People,
})

/** The last search, so that Back from a person finds the list again. In memory only: it is a name. */
const SEARCHED = ['people-searched']

function People() {
  const { t } = useTranslation(['person', 'common', 'timeline'])
  const may = useMay()
  const client = useQueryClient()
  const before = client.getQueryData<string>(SEARCHED) ?? ''
  const form = useForm({ text: before })
  const [asked, setAsked] = useState(before)
  const search = useQuery(peopleSearchQuery(asked))

  function send(event: FormEvent) {
    event.preventDefault()
    const text = form.values.text.trim()
    if (form.fail(text.length < LEAST_LETTERS ? [{ text: t('find.least'), field: 'text' }] : [])) return
    client.setQueryData(SEARCHED, text)
    if (text === asked) void search.refetch()
    setAsked(text)
  }

  const people = search.data?.items
  return (
    <Page heading={t('heading')} wrong={form.wrong} wide>
      <FormSummary errors={form.errors} />
      <div className="tools">
        <form role="search" className="search" noValidate onSubmit={send}>
          <Input
            label={{ text: t('find.label'), className: 'govuk-label--s' }}
            hint={t('find.hint')}
            error={form.error('text')}
            type="search"
            autoComplete="off"
            spellCheck={false}
            {...form.text('text')}
          />
          <Button>{t('find.button')}</Button>
        </form>
        {may('conversation:read') && (
          <a className="govuk-link" href={paths.lastSpoken()}>
            {t('timeline:lastSpoken.heading')}
          </a>
        )}
        {may('person:merge') && (
          <a className="govuk-link" href={paths.personMerges}>
            {t('common:navigation.merges')}
          </a>
        )}
        {may('person:write') && (
          <ButtonLink className="govuk-button--secondary" href={paths.newPerson}>
            {t('find.add')}
          </ButtonLink>
        )}
      </div>
      <OverdueReviews />
      <div role="status">
        {search.isError && <InsetText>{problemText(search.error)}</InsetText>}
        {search.isLoading && <Loading />}
        {people?.length === 0 && (
          <>
            <h2 className="govuk-heading-m">{t('find.none', { text: asked })}</h2>
            <p className="govuk-body">{t('find.noneBody')}</p>
          </>
        )}
        {people && people.length > 0 && (
          <span className="govuk-visually-hidden">{t('find.caption', { count: people.length })}</span>
        )}
      </div>
      {people && people.length > 0 && (
        <section className="card">
          <Table
            className="stacks"
            caption={t('find.caption', { count: people.length })}
            captionClassName="govuk-table__caption--s"
            firstCellIsHeader
            head={(['name', 'born', 'street', 'phone', 'seen', 'reference'] as const).map((column) => ({
              text: t(`find.column.${column}`),
            }))}
            rows={people.map((person) => ({
              key: person.id,
              cells: [
                <a className="govuk-link" href={paths.person(person.id)} key="name">
                  {person.name}
                </a>,
                person.bornYear ?? t('none'),
                person.street ?? t('none'),
                person.phoneEnding ? t('find.ending', { ending: person.phoneEnding }) : t('none'),
                person.lastSeen ? plainDate(person.lastSeen) : t('about.notSeen'),
                <span className="reference" key="reference">
                  {person.reference}
                </span>,
              ],
            }))}
          />
          {search.data?.next && <p className="govuk-body card__note">{t('find.most', { count: people.length })}</p>}
        </section>
      )}
    </Page>
  )
}
