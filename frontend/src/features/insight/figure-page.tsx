import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { readDraft } from '../../page/draft'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { CountedAt } from './counted-at'
import { FigureInWords } from './figure-in-words'
import { Chart } from './figure-chart'
import { Definition, Groups, LeftOut, Numbers, Revised } from './figure-tables'
import { headline } from './in-words'
import { Notes } from './notes'
import { figureQuery, filterOf, notesQuery, type Code } from './queries'

export const page = (client: QueryClient) => ({
  loader: async ({ request, params }: LoaderFunctionArgs) => {
    await requireAuthority(client, 'figures:read')
    const figure = params['figure'] as Code
    const [draft] = await Promise.all([
      readDraft(request),
      // A note whose form was open before a reload opens again.
      client.ensureQueryData(notesQuery(figure)).catch(() => undefined),
      client.ensureQueryData({
        ...figureQuery(figure, filterOf(new URL(request.url).searchParams)),
        revalidateIfStale: true,
      }),
    ])
    return draft ?? null
  },
  Component: FigurePage,
})

/** One figure: the finding, the run chart, the numbers, and what counts. */
function FigurePage() {
  const { t } = useTranslation('insight')
  const code = useParams()['figure'] as Code
  const filter = filterOf(useSearchParams()[0])
  const { data, error, isPending, refetch } = useQuery(figureQuery(code, filter))
  const { data: notes } = useQuery(notesQuery(code))
  const name = t(`figure.${code}.name`)
  const heading = data ? headline(t, data.summary) : name
  return (
    <Page
      heading={heading}
      title={name}
      caption={heading === name ? undefined : name}
      back={{ href: paths.insights, text: t('back') }}
      wide
    >
      {isPending && <Loading />}
      {error && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {data && (
        <>
          <FigureInWords detail={data} filter={filter} />
          <CountedAt at={data.countedAt} />
          <Chart summary={data.summary} notes={notes ?? []} />
          {data.summary.figure !== 'waiting-now' && <Notes figure={data.summary.figure} />}
          <Numbers detail={data} filter={filter} />
          <Revised detail={data} />
          <LeftOut detail={data} />
          <Groups detail={data} filter={filter} />
          <Definition figure={data.summary.figure} settlesAfterDays={data.summary.settlesAfterDays} />
        </>
      )}
    </Page>
  )
}
