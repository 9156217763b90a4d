import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { councilQuery } from '../../api/queries'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, useForm } from '../../page/form'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { Unavailable } from '../../page/unavailable'
import { dayAt, plainDate } from '../../text/dates'
import { lookup } from '../../text/lookup'
import type { Rate } from './better-quarter'
import { questionsQuery, useAsk } from './queries'
import { refusedText } from './refused'

/** Says what a question does and shows, and asks it. */
export function AskPage({ rate }: { rate: Rate }) {
  const { t } = useTranslation('introduction')
  const navigate = useNavigate()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const { data, error, isPending, refetch } = useQuery(questionsQuery())
  const form = useForm({})
  const { busy, send } = useSendOnce(useAsk())
  const open = data?.items.find((question) => question.rate === rate && question.status === 'open')
  return (
    <Page
      heading={t('ask.heading')}
      caption={lookup('comparison', 'rate', `${rate}.name`)}
      back={{ href: paths.comparison() }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <h2 className="govuk-heading-m">{t('ask.what')}</h2>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        <li>{t('ask.passed')}</li>
        <li>{t('ask.named', { name: council?.me.name ?? '' })}</li>
        <li>{t('ask.silent')}</li>
        <li>{t('ask.word')}</li>
        <li>{t('ask.back')}</li>
      </ul>
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {open && !busy && (
        <InsetText>
          {t('own.open', { date: plainDate(dayAt(open.lapsesAt)) })}{' '}
          <a className="govuk-link" href={paths.comparison({ introductions: 'all' })}>
            {t('own.heading')}
          </a>
        </InsetText>
      )}
      {data && (!open || busy) && data.againFrom !== undefined && (
        <InsetText>{t('ask.again', { date: plainDate(data.againFrom) })}</InsetText>
      )}
      {data && (busy || (!open && data.againFrom === undefined)) && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            send(
              { rate },
              {
                onSuccess: () => {
                  flashOnNextPage(paths.comparison(), t('ask.done'))
                  void navigate(paths.comparison({ introductions: 'all' }), { replace: true })
                },
                onError: (refused) => form.fail([{ text: refusedText(refused) }]),
              },
            )
          }}
        >
          <p className="govuk-body">{t('ask.left', { count: data.left })}</p>
          <Button busy={busy}>{t('ask.send')}</Button>
        </form>
      )}
    </Page>
  )
}
