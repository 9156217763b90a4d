import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ComparedRate, IntroductionOffer } from '../../api/types'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { ConflictTable } from '../../page/conflict-table'
import { useEditedVersion } from '../../page/edited-version'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, useForm } from '../../page/form'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { Unavailable } from '../../page/unavailable'
import { listOf } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { placeName } from '../comparison/in-words'
import { comparisonQuery, comparisonsQuery } from '../comparison/queries'
import { hasBetterQuarter, isInBetterQuarter, nationalRates, type Rate } from './better-quarter'
import { offerQuery, useChangeOffer } from './queries'
import { refusedText } from './refused'

/** A council's decision on which measures it is willing to talk about, with what others learn. */
export function OfferPage() {
  const { t } = useTranslation('introduction')
  const offer = useQuery(offerQuery())
  const list = useQuery(comparisonsQuery())
  const newest = list.data?.items[0]?.from
  // What changed for people is in the benchmark of January to March alone.
  const yearly = list.data?.items.find(({ from }) => from.endsWith('-01-01'))?.from
  const comparisons = [useQuery(comparisonQuery(newest)), useQuery(comparisonQuery(yearly))]
  const queries = [offer, list, ...comparisons]
  const error = queries.find((query) => query.error && !query.data)?.error
  const loading = queries.some((query) => query.isLoading)
  const rates = nationalRates(comparisons.flatMap(({ data }) => data ?? []))
  return (
    <Page heading={t('offer.heading')} back={{ href: paths.comparison({ introductions: 'all' }), text: t('backHere') }}>
      <h2 className="govuk-heading-m">{t('offer.learn')}</h2>
      <ul className="govuk-list govuk-list--bullet govuk-list--spaced">
        {(['unseen', 'blind', 'named', 'stays', 'back'] as const).map((fact) => (
          <li key={fact}>{t(`offer.${fact}`)}</li>
        ))}
      </ul>
      {!error && loading && <Loading />}
      {error && (
        <Unavailable
          error={error}
          words={t('unavailable')}
          onAgain={() => {
            for (const query of queries) if (query.error) void query.refetch()
          }}
        />
      )}
      {!error && !loading && offer.data && <OfferForm offer={offer.data} rates={rates} />}
    </Page>
  )
}

interface OfferFormProps {
  offer: IntroductionOffer
  rates: ComparedRate[]
}

function OfferForm({ offer, rates }: OfferFormProps) {
  const { t } = useTranslation('introduction')
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm<{ rates: string[] }, 'rates' | 'different'>({ rates: [...offer.rates] })
  const { busy, send } = useSendOnce(useChangeOffer())
  const version = useEditedVersion(offer, {
    read: () => client.fetchQuery(offerQuery()),
    fail: form.fail,
    changed: { text: t('offer.changed'), field: 'different' },
  })
  const own = rates.filter((rate) => hasBetterQuarter(rate) && isInBetterQuarter(rate))
  const elsewhere = offer.rates.filter((rate) => !own.some((each) => each.rate === rate))
  if (own.length === 0 && elsewhere.length === 0) return <p className="govuk-body">{t('offer.empty')}</p>
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send(
          { rates: form.values.rates as Rate[], version: version.base.version },
          {
            onSuccess: () => {
              flashOnNextPage(paths.comparison(), t('offer.saved'))
              void navigate(paths.comparison({ introductions: 'all' }), { replace: true })
            },
            onError: (error) => {
              if (!version.takes(error)) form.fail([{ text: refusedText(error) }])
            },
          },
        )
      }}
    >
      <FormSummary errors={form.errors} />
      {version.theirs && (
        <ConflictTable
          details={[
            { name: t('offer.rates'), theirs: inWords(version.theirs.rates), mine: inWords(form.values.rates) },
          ]}
        />
      )}
      <Checkboxes
        name="rates"
        legend={{ text: t('offer.rates'), className: 'govuk-fieldset__legend--m' }}
        hint={t('offer.hint')}
        values={form.values.rates}
        onChange={form.set('rates')}
        items={[
          ...own.map((rate) => ({
            value: rate.rate as string,
            text: nameOf(rate.rate),
            hint: t('offer.place', { place: placeName(rate), percent: rate.place?.percent }),
          })),
          ...elsewhere.map((rate) => ({ value: rate as string, text: nameOf(rate), hint: t('offer.noPlace') })),
        ]}
      />
      <Button busy={busy}>{t('offer.save')}</Button>
    </form>
  )
}

function nameOf(rate: string): string {
  return lookup('comparison', 'rate', `${rate}.name`)
}

function inWords(rates: readonly string[]): string {
  return listOf(rates.map(nameOf))
}
