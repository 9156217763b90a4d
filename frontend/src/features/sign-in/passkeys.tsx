import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { removePasskeyAddress } from './account-changes'
import { passkeysQuery } from './queries'
import { sessionQuery } from '../../api/queries'
import { SummaryList } from '../../govuk/summary-list'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { dayAndTime } from '../../text/dates'

/**
 * The person's passkeys, each with a link to the page that removes it. They are read for a council, so a person who has
 * not chosen one yet sees none.
 */
export function Passkeys() {
  const { t } = useTranslation('sign-in')
  const acting = useQuery({ ...sessionQuery(), enabled: false }).data?.acting
  const inCouncil = acting?.kind === 'council'
  const { data, error, isPending, refetch } = useQuery({ ...passkeysQuery(), enabled: inCouncil })
  if (!inCouncil) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('passkey.heading')}</h2>
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('passkey.unavailable')} onAgain={() => void refetch()} />}
      {data?.length === 0 && <p className="govuk-body">{t('passkey.none')}</p>}
      {data && data.length > 0 && (
        <SummaryList
          rows={data.map(({ id, name, addedAt }) => ({
            key: name,
            value: t('passkey.added', { time: dayAndTime(addedAt) }),
            actions: [
              {
                text: t('passkey.remove'),
                hidden: name,
                href: removePasskeyAddress(id, paths.signIns),
              },
            ],
          }))}
        />
      )}
    </section>
  )
}
