import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { api, ok } from '../../api/client'
import { councilRecordQuery, councilsQuery } from '../council/queries'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { Page } from '../../page/page'
import { requireActing, pathParam } from '../../page/guards'
import { dayAndTime } from '../../text/dates'
import { QUERY } from '../../api/query-keys'
import { paths } from '../../page/paths'

const mailQuery = (councilId: string) =>
  queryOptions({
    queryKey: [QUERY.councils, councilId, 'mail'],
    queryFn: ({ signal }) => ok(api.GET('/api/councils/{councilId}/mail', { params: { path: { councilId } }, signal })),
    staleTime: 0,
  })

export const choose = (client: QueryClient) => ({
  loader: async () => {
    await requireActing(client)
    return client.ensureQueryData({ ...councilsQuery(), revalidateIfStale: true })
  },
  Component: ChooseOutbox,
})

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    const councilId = pathParam(args, 'councilId')
    await client.ensureQueryData(councilRecordQuery(councilId))
    return client.fetchQuery(mailQuery(councilId))
  },
  Component: Outbox,
})

function ChooseOutbox() {
  const { t } = useTranslation('outbox')
  const councils = useSuspenseQuery(councilsQuery()).data
  return (
    <Page heading={t('heading')}>
      <InsetText>{t('intro')}</InsetText>
      {councils.length === 0 ? (
        <p className="govuk-body">{t('none')}</p>
      ) : (
        <>
          <h2 className="govuk-heading-m">{t('choose')}</h2>
          <ul className="govuk-list">
            {councils.map(({ id, name }) => (
              <li key={id}>
                <a className="govuk-link" href={paths.outboxOf(id)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

/** An address in a mail, to be followed; the rest as it is. */
function MailText({ text }: { text: string }) {
  return (
    <p className="govuk-body letter__text">
      {text.split(/(https?:\/\/\S+)/).map((part, at) =>
        /^https?:\/\//.test(part) ? (
          <a className="govuk-link breaks" href={part} key={at} target="_blank" rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}

function Outbox() {
  const { t } = useTranslation('outbox')
  const councilId = pathParam({ params: useParams() }, 'councilId')
  const { council } = useSuspenseQuery(councilRecordQuery(councilId)).data
  const mail = useSuspenseQuery(mailQuery(councilId))
  return (
    <Page heading={t('of', { council: council.name })} back={{ href: paths.outbox, text: t('back') }}>
      <InsetText>{t('intro')}</InsetText>
      <Button
        type="button"
        className="govuk-button--secondary"
        busy={mail.isFetching}
        onClick={() => void mail.refetch()}
      >
        {t('refresh')}
      </Button>
      {mail.data.items.length === 0 && (
        <>
          <h2 className="govuk-heading-m">{t('empty')}</h2>
          <p className="govuk-body">{t('emptyBody')}</p>
        </>
      )}
      {mail.data.items.map(({ id, recipient, subject, text, sentAt }) => (
        <article className="card letter" key={id}>
          <h2 className="govuk-heading-s">{subject}</h2>
          <p className="govuk-body-s breaks">
            {t('to', { recipient })}
            <br />
            {dayAndTime(sentAt)}
          </p>
          <MailText text={text} />
        </article>
      ))}
    </Page>
  )
}
