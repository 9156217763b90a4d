import { useQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import type { FigureSessions } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { numberOf, plainDate } from '../../text/dates'
import { address } from './figure-in-words'
import { hasPeople, isOfBookings, periodInWords, valueInWords, type InsightText } from './in-words'
import { atHubOf, sessionsQuery, type AtHub, type Code } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'figures:read')
    return null
  },
  Component: SessionsPage,
})

/** The sessions behind a figure of one hub in one period. */
function SessionsPage() {
  const { t } = useTranslation('insight')
  const figure = useParams()['figure'] as Code
  const part = atHubOf(useSearchParams()[0])
  const { data, error, isPending, refetch } = useQuery(sessionsQuery(figure, part))
  return (
    <Page
      heading={t('drill.heading')}
      back={{ href: paths.insight(figure, address(part)), text: t('drill.back') }}
      wide
    >
      {isPending && <Loading />}
      {error && <Unavailable error={error} words={t('drill.unavailable')} onAgain={() => void refetch()} />}
      {data && (
        <>
          <p className="govuk-body-l">
            {t('drill.where', {
              figure: t(`figure.${figure}.name`),
              hub: data.hubName,
              period: periodInWords(t, data),
            })}
          </p>
          <Found figure={figure} part={part} found={data} />
        </>
      )}
    </Page>
  )
}

function Found({ figure, part, found }: { figure: Code; part: AtHub; found: FigureSessions }) {
  const { t } = useTranslation('insight')
  const may = useMay()
  const { all, unit, items, restricted } = found
  if (all === undefined) return <InsetText>{t('drill.withheld')}</InsetText>
  if (items.length === 0) return <p className="govuk-body">{t('drill.none')}</p>
  const opens = hasPeople(figure) && may('booking:read') && (isOfBookings(figure) || may('conversation:read'))
  return (
    <>
      <p className="govuk-body">{t('drill.all', { value: valueInWords(t, all.value, unit), count: all.base })}</p>
      {restricted > 0 && <p className="govuk-body">{t('drill.restricted', { count: restricted })}</p>}
      <Table
        className="stacks"
        firstCellIsHeader
        numeric={[1, 2, 3]}
        head={[
          { text: t('drill.session') },
          { text: t('table.base'), numeric: true },
          { text: t(unit === 'percent' ? 'table.part' : 'table.value'), numeric: true },
          { text: t('definition.leftOut'), numeric: true },
          ...(opens ? [{ text: t('drill.people') }] : []),
        ]}
        rows={items.map((session) => {
          const name = nameOf(t, session)
          return {
            key: String(session.number),
            cells: [
              name,
              numberOf(session.units.base),
              unit === 'percent' ? numberOf(session.units.part) : valueInWords(t, session.units.value, unit),
              numberOf(session.units.notCounted.reduce((sum, { number }) => sum + number, 0)),
              ...(opens
                ? [
                    <a
                      key="people"
                      className="govuk-link"
                      href={paths.insightUnits(figure, 'people', addressOf(part, session))}
                    >
                      <Trans
                        t={t}
                        i18nKey="drill.open"
                        values={{ session: name }}
                        components={{ hidden: <Hidden /> }}
                      />
                    </a>,
                  ]
                : []),
            ],
          }
        })}
      />
    </>
  )
}

type Session = FigureSessions['items'][number]

/** "3 September 2026, Drop-in". */
export function nameOf(t: InsightText, { day, kind }: { day?: string | undefined; kind?: string | undefined }): string {
  const date = day === undefined ? t('drill.notYet') : plainDate(day)
  return kind === undefined ? date : t('drill.named', { date, kind })
}

function addressOf(part: AtHub, { day, kind }: Session): Record<string, string> {
  return {
    ...address(part),
    from: part.from,
    ...(day === undefined ? {} : { day }),
    ...(kind === undefined ? {} : { of: kind }),
  }
}
