import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Pagination } from '../../govuk/pagination'
import { requireAuthority } from '../../page/guards'
import { Link } from '../../page/link'
import { Page } from '../../page/page'
import { DayFilter, useDayFilter } from './day-filter'
import { EventTable } from './event-table'
import { address, choosing, KINDS, record, wanted } from './filter'
import { IntegrityCheck } from './integrity-check'
import { PersonFilter, usePersonFilter } from './person-filter'
import { subjectText } from './subject'
import { auditQuery, exportOf, RECORDS, type Kept, type Wanted } from './queries'

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

/** Created again when the days change, so that the boxes hold what is shown. */
function Audit() {
  const asked = useSearchParams()[0]
  const now = wanted(asked)
  return <Events key={`${now.from} ${now.to}`} of={record(asked)} now={now} />
}

interface EventsProps {
  of: Kept
  now: Wanted
}

function Events({ of, now }: EventsProps) {
  const { t } = useTranslation('audit')
  const { items: events, next } = useSuspenseQuery(auditQuery(of, now)).data
  const days = useDayFilter(of, now)
  const person = usePersonFilter(of, now)
  const only = now.memberId && events.find((event) => event.memberId === now.memberId)?.memberName
  const about = events.flatMap((event) => event.subjects).find((subject) => subject.id === now.subjectId)
  return (
    <Page heading={t('heading')} wide wrong={days.form.wrong || person.form.wrong}>
      <p className="govuk-body">{t('intro')}</p>
      <Choices of={of} now={now} />
      <DayFilter {...days} />
      {of === 'work' && <PersonFilter {...person} />}
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
      {now.subjectId && (
        <p className="govuk-body">
          <Trans
            t={t}
            i18nKey={about ? 'onlyAbout' : 'showEverything'}
            values={{ name: about && subjectText(about) }}
            components={{ all: <Link href={choosing(of, now, { subjectId: undefined })} /> }}
          />
        </p>
      )}
      <EventTable events={events} addressOf={(choice) => choosing(of, now, choice)} />
      {(next ?? now.after) && (
        <Pagination
          label={t('pages')}
          previous={now.after ? { href: choosing(of, now, {}), label: t('latest') } : undefined}
          next={next ? { href: address(of, { ...now, after: next }), label: t('earlier') } : undefined}
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={exportOf(of, now)} download>
          {t('export')}
        </a>
      </p>
      <p className="govuk-hint">{t('exportBody')}</p>
      <IntegrityCheck />
    </Page>
  )
}

/** Links to the two records, and to the kinds of event of the one that shows. */
function Choices({ of, now }: EventsProps) {
  const { t } = useTranslation('audit')
  return (
    <>
      <nav className="govuk-body filter" aria-label={t('records')}>
        {RECORDS.map((one) => (
          <Choice key={one} text={t(`record.${one}`)} current={one === of} href={address(one, {})} />
        ))}
      </nav>
      <nav className="govuk-body filter" aria-label={t('show')}>
        {[undefined, ...KINDS[of]].map((kind) => (
          <Choice
            key={kind ?? 'all'}
            text={t(`kind.${kind ?? 'all'}`)}
            current={now.kind === kind}
            href={choosing(of, now, { kind })}
          />
        ))}
      </nav>
    </>
  )
}

function Choice({ text, current, href }: { text: string; current: boolean; href: string }) {
  return (
    <span>
      {current ? (
        <strong aria-current="true">{text}</strong>
      ) : (
        <a className="govuk-link" href={href}>
          {text}
        </a>
      )}
    </span>
  )
}
