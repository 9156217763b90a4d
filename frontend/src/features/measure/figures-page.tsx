import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Instrument, MeasureChange } from '../../api/types'
import { Table } from '../../govuk/table'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { Unavailable } from '../../page/unavailable'
import { numberOf } from '../../text/dates'
import { changeQuery, instrumentsQuery } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'figures:read')
    // The page shows at once, and says that its figures are on their way.
    void client.prefetchQuery(changeQuery())
    void client.prefetchQuery(instrumentsQuery())
    return null
  },
  Component: FiguresPage,
})

/** How the answers of the council's people change, with no person named. */
function FiguresPage() {
  const { t } = useTranslation('measure')
  const change = useQuery(changeQuery())
  const instruments = useQuery(instrumentsQuery())
  const error = change.error ?? instruments.error
  const again = () => {
    void change.refetch()
    void instruments.refetch()
  }
  return (
    <Page heading={t('figures.heading')} wide>
      <p className="govuk-body">{t('figures.intro')}</p>
      <p className="govuk-body">{t('figures.selfReported')}</p>
      {(change.isPending || instruments.isPending) && <Loading />}
      {error && <Unavailable error={error} words={t('figures.unavailable')} onAgain={again} />}
      {change.data && instruments.data && (
        <>
          <p className="govuk-body">{t('figures.whyTooFew', { count: change.data.fewestPairs })}</p>
          {instruments.data.map((instrument) => (
            <Change key={instrument.code} instrument={instrument} change={change.data} />
          ))}
        </>
      )}
    </Page>
  )
}

function Change({ instrument, change }: { instrument: Instrument; change: MeasureChange }) {
  const { t } = useTranslation('measure')
  return (
    <section className="card">
      <Table
        caption={instrument.name}
        captionClassName="govuk-table__caption--m"
        className="stacks"
        head={(['score', 'better', 'pairs', 'mean', 'interval'] as const).map((column) => ({
          text: t(`figures.column.${column}`),
        }))}
        rows={instrument.scales.map(({ id, name, direction }) => {
          const found = change.items.find((item) => item.instrument === instrument.code && item.scale === id)
          const shown = found?.pairs !== undefined && found.mean !== undefined
          return {
            key: id,
            cells: [
              name,
              t(direction === 'higher-is-better' ? 'figures.higher' : 'figures.lower'),
              shown ? numberOf(found.pairs ?? 0) : t('figures.tooFew', { count: change.fewestPairs }),
              shown ? numberOf(found.mean ?? 0) : '',
              shown ? t('figures.interval', { low: numberOf(found.low ?? 0), high: numberOf(found.high ?? 0) }) : '',
            ],
          }
        })}
      />
    </section>
  )
}
