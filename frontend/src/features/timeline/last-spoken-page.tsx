import { useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { Table } from '../../govuk/table'
import { FormSummary, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { ShowMore } from '../../page/show-more'
import { Unavailable } from '../../page/unavailable'
import { longDate } from '../../text/dates'
import { lastSpokenQuery } from './timeline-queries'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'conversation:read'),
  Component: LastSpoken,
})

const WEEKS = 6
const MOST_WEEKS = 520

function weeksOf(text: string): number | undefined {
  const weeks = Number(text)
  return Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS ? weeks : undefined
}

/** The people to whom no one has spoken for some weeks, the longest ago first. */
function LastSpoken() {
  const { t } = useTranslation(['timeline', 'person', 'conversation'])
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const weeks = weeksOf(params.get('weeks') ?? '') ?? WEEKS
  const form = useForm({ weeks: String(weeks) })
  const list = useInfiniteQuery(lastSpokenQuery(weeks))
  const { data, error, isPending, refetch } = list
  const people = data?.pages.flatMap(({ items }) => items)

  function show(event: FormEvent) {
    event.preventDefault()
    const asked = weeksOf(form.values.weeks.trim())
    if (form.fail(asked ? [] : [{ field: 'weeks', text: t('lastSpoken.error') }])) return
    void navigate(paths.lastSpoken(String(asked)))
  }

  return (
    <Page heading={t('lastSpoken.heading')} back={{ href: paths.people, text: t('person:back') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('lastSpoken.intro')}</p>
      <form noValidate onSubmit={show}>
        <Input
          label={{ text: t('lastSpoken.weeks') }}
          className="govuk-input--width-3"
          inputMode="numeric"
          error={form.error('weeks')}
          {...form.text('weeks')}
        />
        <Button className="govuk-button--secondary">{t('lastSpoken.show')}</Button>
      </form>
      {isPending && <Loading />}
      {error && !data && (
        <Unavailable error={error} words={t('conversation:list.unavailable')} onAgain={() => void refetch()} />
      )}
      {people?.length === 0 && <p className="govuk-body">{t('lastSpoken.none', { count: weeks })}</p>}
      {people && people.length > 0 && (
        <Table
          className="stacks"
          caption={t('lastSpoken.caption', { count: weeks })}
          captionClassName="govuk-table__caption--m"
          firstCellIsHeader
          head={[
            { text: t('person:find.column.name') },
            { text: t('person:find.column.reference') },
            { text: t('lastSpoken.day') },
          ]}
          rows={people.map((person) => ({
            key: person.personId,
            cells: [
              <a className="govuk-link" href={paths.person(person.personId)} key="name">
                {person.personName}
              </a>,
              <span className="reference" key="reference">
                {person.personReference}
              </span>,
              longDate(person.day),
            ],
          }))}
        />
      )}
      <ShowMore list={list} text={t('lastSpoken.more')} />
    </Page>
  )
}
