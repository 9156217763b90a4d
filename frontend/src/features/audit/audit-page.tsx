import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { actor, actionText, moment } from './audit-action'
import { anchorOf, auditQuery, RECORDS, useVerification, type Kept, type Wanted } from './queries'
import { Button } from '../../govuk/button'
import { DateInput } from '../../govuk/date-input'
import { dayOf, isEmpty, NO_DATE, partsOf, type DateParts } from '../../govuk/date-parts'
import { InsetText } from '../../govuk/inset-text'
import { Pagination } from '../../govuk/pagination'
import { Table } from '../../govuk/table'
import { FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { requireAuthority } from '../../page/guards'
import { isDay } from '../../text/dates'
import { paths } from '../../page/paths'
import { lookup } from '../../text/lookup'
import { Link } from '../../page/link'

const KINDS = {
  work: ['person', 'booking', 'hold', 'walk-in', 'day', 'slot', 'session', 'series', 'hub'],
  team: ['member', 'invitation', 'support-grant', 'council', 'blueprint'],
} as const

export const page = (client: QueryClient) => ({
  loader: async ({ request }: LoaderFunctionArgs) => {
    await requireAuthority(client, 'audit:read')
    const asked = new URL(request.url).searchParams
    return client.ensureQueryData({
      ...auditQuery(record(asked), wanted(asked)),
      revalidateIfStale: true,
    })
  },
  Component: Audit,
})

function record(asked: URLSearchParams): Kept {
  return RECORDS.find((one) => one === asked.get('record')) ?? 'work'
}

function wanted(asked: URLSearchParams): Wanted {
  const kind = KINDS[record(asked)].find((one) => one === asked.get('kind'))
  const memberId = asked.get('memberId')
  const from = asked.get('from') ?? ''
  const to = asked.get('to') ?? ''
  const before = asked.get('before')
  return {
    ...(kind && { kind }),
    ...(memberId && { memberId }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(before && { before }),
  }
}

function address(of: Kept, now: Wanted): string {
  const asked = new URLSearchParams(Object.entries(now).map(([name, value]) => [name, String(value)]))
  if (of !== 'work') asked.set('record', of)
  return asked.size === 0 ? paths.audit : `${paths.audit}?${asked.toString()}`
}

/** Without the page that one was on: it belongs to another choice. */
function choosing(of: Kept, now: Wanted, choice: { [Key in keyof Wanted]: Wanted[Key] | undefined }) {
  const chosen = { ...now, before: undefined, ...choice }
  return address(of, Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)) as Wanted)
}

/** Created again when the days change, so that the boxes hold what is shown. */
function Audit() {
  const { from, to } = wanted(useSearchParams()[0])
  return <Events key={`${from} ${to}`} />
}

function Events() {
  const { t } = useTranslation('audit')
  const navigate = useNavigate()
  const asked = useSearchParams()[0]
  const of = record(asked)
  const now = wanted(asked)
  const { events, next } = useSuspenseQuery(auditQuery(of, now)).data
  const form = useForm<Record<'from' | 'to', DateParts>, 'from-day' | 'to-day'>({
    from: now.from ? partsOf(now.from) : NO_DATE,
    to: now.to ? partsOf(now.to) : NO_DATE,
  })

  function send(event: FormEvent) {
    event.preventDefault()
    const [from, to] = [form.values.from, form.values.to].map((date) => (isEmpty(date) ? '' : dayOf(date)))
    const found: FormError<'from-day' | 'to-day'>[] = []
    if (from && !isDay(from)) found.push({ field: 'from-day', text: t('error.from') })
    if (to && !isDay(to)) found.push({ field: 'to-day', text: t('error.to') })
    if (found.length === 0 && from && to && to < from) found.push({ field: 'to-day', text: t('error.backwards') })
    if (!form.fail(found)) void navigate(choosing(of, now, { from, to }))
  }

  const only = now.memberId && events.find((event) => event.memberId === now.memberId)?.memberName
  return (
    <Page heading={t('heading')} wide wrong={form.wrong}>
      <p className="govuk-body">{t('intro')}</p>
      <nav className="govuk-body" aria-label={t('records')}>
        {RECORDS.map((one) => (
          <span key={one}>
            {one === of ? (
              <strong aria-current="true">{t(`record.${one}`)}</strong>
            ) : (
              <a className="govuk-link" href={address(one, {})}>
                {t(`record.${one}`)}
              </a>
            )}{' '}
          </span>
        ))}
      </nav>
      <nav className="govuk-body" aria-label={t('show')}>
        {[undefined, ...KINDS[of]].map((kind) => (
          <span key={kind ?? 'all'}>
            {now.kind === kind ? (
              <strong aria-current="true">{t(`kind.${kind ?? 'all'}`)}</strong>
            ) : (
              <a className="govuk-link" href={choosing(of, now, { kind })}>
                {t(`kind.${kind ?? 'all'}`)}
              </a>
            )}{' '}
          </span>
        ))}
      </nav>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <div className="pair">
          {(['from', 'to'] as const).map((name) => (
            <DateInput
              key={name}
              id={name}
              legend={{ text: t(name), className: 'govuk-fieldset__legend--s' }}
              namePrefix={name}
              error={form.error(`${name}-day`)}
              value={form.values[name]}
              onChange={form.set(name)}
            />
          ))}
        </div>
        <Button className="govuk-button--secondary">{t('apply')}</Button>
      </form>
      {now.memberId && (
        <p className="govuk-body">
          <Trans
            t={t}
            i18nKey={only ? 'onlyOf' : 'showEveryone'}
            values={{ name: only }}
            components={{ all: <Link href={choosing(of, now, { memberId: undefined })} /> }}
          />
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
              key: event.id,
              cells: [
                event.memberId ? (
                  <a className="govuk-link" href={choosing(of, now, { memberId: event.memberId })} key="who">
                    {actor(event.actorKind, event.memberName)}
                  </a>
                ) : (
                  actor(event.actorKind, event.memberName)
                ),
                actionText(event.kind, event.action),
                event.sealed ? moment(event.at) : t('unsealed', { when: moment(event.at) }),
              ],
            }))}
          />
        )}
      </section>
      {(next ?? now.before) && (
        <Pagination
          label={t('pages')}
          previous={now.before ? { href: choosing(of, now, {}), label: t('latest') } : undefined}
          next={next ? { href: address(of, { ...now, before: next }), label: t('earlier') } : undefined}
        />
      )}
      <Check />
    </Page>
  )
}

function Check() {
  const { t } = useTranslation('audit')
  const verification = useVerification()
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
        {verification.data?.map(({ record: of, events, findings, ends, lastEnd }) => (
          <InsetText key={of}>
            <h3 className="govuk-heading-s">{t(`record.${of}`)}</h3>
            {findings.length === 0 ? (
              <p className="govuk-body">{t('check.fine', { count: events })}</p>
            ) : (
              <>
                <p className="govuk-body">{t('check.wrong')}</p>
                <ul className="govuk-list govuk-list--bullet">
                  {findings.map((finding) => (
                    <li key={`${finding.seq} ${finding.what}`}>
                      {lookup('audit', 'check.finding', finding.what, { seq: finding.seq })}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p className="govuk-body">
              {lastEnd ? t('check.ends', { count: ends, when: moment(lastEnd) }) : t('check.noEnds')}
            </p>
          </InsetText>
        ))}
      </div>
      <p className="govuk-body">{t('check.why')}</p>
      <ul className="govuk-list">
        {RECORDS.map((one) => (
          <li key={one}>
            <a className="govuk-link" href={anchorOf(one)} download>
              {t(`check.download.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
