import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { actor, deed, moment } from '../features/audit/deed'
import { auditQuery, useVerification, type Wanted } from '../features/audit/queries'
import { Button } from '../govuk/button'
import { Input } from '../govuk/input'
import { InsetText } from '../govuk/inset-text'
import { Pagination } from '../govuk/pagination'
import { Table } from '../govuk/table'
import { Page } from '../page/page'
import { problemText } from '../page/problem-text'
import { allowed } from '../page/work'
import { isDay } from '../text/dates'

const KINDS = ['person', 'booking', 'day', 'session', 'series', 'hub'] as const

export const page = (client: QueryClient) => ({
  loader: async ({ request }: LoaderFunctionArgs) => {
    await allowed(client, 'audit:read')
    return client.ensureQueryData({
      ...auditQuery(wanted(new URL(request.url).searchParams)),
      revalidateIfStale: true,
    })
  },
  Component: Audit,
})

function wanted(asked: URLSearchParams): Wanted {
  const kind = KINDS.find((one) => one === asked.get('kind'))
  const memberId = asked.get('memberId')
  const from = asked.get('from') ?? ''
  const to = asked.get('to') ?? ''
  const before = Number(asked.get('before'))
  return {
    ...(kind && { kind }),
    ...(memberId && { memberId }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(before > 0 && { before }),
  }
}

function address(now: Wanted): string {
  const asked = new URLSearchParams(Object.entries(now).map(([name, value]) => [name, String(value)]))
  return asked.size === 0 ? '/audit' : `/audit?${asked.toString()}`
}

/** Without the page that one was on: it belongs to another choice. */
function choosing(now: Wanted, choice: { [Key in keyof Wanted]: Wanted[Key] | undefined }) {
  const chosen = { ...now, before: undefined, ...choice }
  return address(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)) as Wanted)
}

function Audit() {
  const { t } = useTranslation('audit')
  const navigate = useNavigate()
  const now = wanted(useSearchParams()[0])
  const { events, next } = useSuspenseQuery(auditQuery(now)).data
  const only = now.memberId && events.find((event) => event.memberId === now.memberId)?.memberName
  return (
    <Page heading={t('heading')} wide>
      <p className="govuk-body">{t('intro')}</p>
      <nav className="govuk-body" aria-label={t('show')}>
        {[undefined, ...KINDS].map((kind) => (
          <span key={kind ?? 'all'}>
            {now.kind === kind ? (
              <strong aria-current="true">{t(`kind.${kind ?? 'all'}`)}</strong>
            ) : (
              <a className="govuk-link" href={choosing(now, { kind })}>
                {t(`kind.${kind ?? 'all'}`)}
              </a>
            )}{' '}
          </span>
        ))}
      </nav>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault()
          const days = new FormData(event.currentTarget)
          void navigate(choosing(now, { from: day(days.get('from')), to: day(days.get('to')) }))
        }}
      >
        <Input label={{ text: t('from') }} type="date" name="from" defaultValue={now.from} />
        <Input label={{ text: t('to') }} type="date" name="to" defaultValue={now.to} />
        <Button className="govuk-button--secondary">{t('apply')}</Button>
      </form>
      {now.memberId && (
        <p className="govuk-body">
          {only && t('onlyOf', { name: only })}{' '}
          <a className="govuk-link" href={choosing(now, { memberId: undefined })}>
            {t('everybody')}
          </a>
        </p>
      )}
      <section className="card">
        {events.length === 0 ? (
          <p className="govuk-body">{t('none')}</p>
        ) : (
          <Table
            className="stacks"
            caption={t('caption')}
            captionClassName="govuk-table__caption--s"
            head={(['who', 'what', 'when'] as const).map((column) => ({ text: t(`column.${column}`) }))}
            rows={events.map((event) => ({
              key: String(event.seq),
              cells: [
                event.memberId ? (
                  <a className="govuk-link" href={choosing(now, { memberId: event.memberId })} key="who">
                    {actor(event.actorKind, event.memberName)}
                  </a>
                ) : (
                  actor(event.actorKind, event.memberName)
                ),
                deed(event.kind, event.action),
                moment(event.at),
              ],
            }))}
          />
        )}
      </section>
      {(next ?? now.before) && (
        <Pagination
          label={t('pages')}
          previous={now.before ? { href: choosing(now, {}), label: t('latest') } : undefined}
          next={next ? { href: address({ ...now, before: next }), label: t('earlier') } : undefined}
        />
      )}
      <Check />
    </Page>
  )
}

function day(value: FormDataEntryValue | null): string | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined
}

function Check() {
  const { t } = useTranslation('audit')
  const verification = useVerification()
  const verdict = verification.data
  return (
    <section>
      <h2 className="govuk-heading-m">{t('check.heading')}</h2>
      <p className="govuk-body">{t('check.body')}</p>
      <Button
        type="button"
        className="govuk-button--secondary"
        disabled={verification.isPending}
        onClick={() => {
          verification.mutate()
        }}
      >
        {t('check.button')}
      </Button>
      <div role="status">
        {verification.isPending && <p className="govuk-body">{t('check.busy')}</p>}
        {verification.isError && <InsetText>{problemText(verification.error)}</InsetText>}
        {verdict && (
          <InsetText>
            {verdict.findings.length === 0 ? (
              t('check.fine', { count: verdict.events })
            ) : (
              <>
                <p className="govuk-body">{t('check.wrong')}</p>
                <ul className="govuk-list govuk-list--bullet">
                  {verdict.findings.map((finding) => (
                    <li key={`${finding.seq} ${finding.what}`}>
                      {t(`check.finding.${finding.what as 'altered'}`, { seq: finding.seq })}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </InsetText>
        )}
      </div>
      <p className="govuk-body">
        <a className="govuk-link" href="/api/audit/anchor" download>
          {t('check.download')}
        </a>
        . {t('check.why')}
      </p>
    </section>
  )
}
