import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SheetSharing } from '../../api/types'
import { Button } from '../../govuk/button'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { useStatusMessage } from '../../page/status-message'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { NextSheet } from './next-sheet'
import { OurPromise } from './promise'
import { sharingQuery, useChangeSharing } from './queries'
import { SealedSheets } from './sealed-sheets'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'sheet:read'),
  Component: SharingPage,
})

/** Shows a lead what the council shares with other councils, and lets them turn it on or off. */
function SharingPage() {
  const { t } = useTranslation('sharing')
  const { data, error, isPending, refetch } = useQuery(sharingQuery())
  const { say, banner } = useStatusMessage()
  return (
    <Page heading={t('heading')} back={{ href: paths.insights, text: t('back') }}>
      {banner}
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {data && (
        <>
          <Switch key={data.version} sharing={data} onDone={say} />
          <OurPromise />
          <NextSheet sharing={data} />
          <SealedSheets sharing={data} onDone={say} />
        </>
      )}
    </Page>
  )
}

/** Says whether the council shares, and turns it on or off. */
function Switch({ sharing, onDone }: { sharing: SheetSharing; onDone: (text: string) => void }) {
  const { t } = useTranslation('sharing')
  const form = useForm({})
  const { busy, send } = useSendOnce(useChangeSharing())
  const { shares, changedAt, changedByName, version } = sharing
  return (
    <section className="card">
      <FormSummary errors={form.errors} />
      <h2 className="govuk-heading-m">{t(shares ? 'switch.on' : 'switch.off')}</h2>
      <p className="govuk-body">{t(shares ? 'switch.onMeans' : 'switch.offMeans')}</p>
      {changedAt && (
        <p className="govuk-body">
          {t('switch.changed', {
            name: changedByName ?? t('formerMember'),
            when: dateAndTime(changedAt),
          })}
        </p>
      )}
      <Button
        type="button"
        className={shares ? 'govuk-button--secondary' : undefined}
        busy={busy}
        onClick={() =>
          send(
            { shares: !shares, version },
            {
              onSuccess: () => {
                form.fail([])
                onDone(t(shares ? 'switch.turnedOff' : 'switch.turnedOn'))
              },
              onError: (refused) => form.fail(formErrors(refused, 'sharing:error')),
            },
          )
        }
      >
        {t(shares ? 'switch.turnOff' : 'switch.turnOn')}
      </Button>
    </section>
  )
}
