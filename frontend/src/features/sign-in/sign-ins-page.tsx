import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ACCOUNT_CHANGES, CHANGED, changeAddress } from './account-changes'
import { Passkeys } from './passkeys'
import { useEndSignIns, signInsQuery, type Ended, type SignIn } from './queries'
import { Problem } from '../../api/problem'
import { sessionQuery } from '../../api/queries'
import { Button } from '../../govuk/button'
import { Hidden } from '../../govuk/hidden'
import { NotificationBanner } from '../../govuk/notification-banner'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { Tag } from '../../govuk/tag'
import { requireSession } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useStatusMessage } from '../../page/status-message'
import { Unavailable } from '../../page/unavailable'
import { dayAndTime } from '../../text/dates'
import { lookup } from '../../text/lookup'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireSession(client)
    // The page shows at once, and says that its list is on its way.
    void client.prefetchQuery(signInsQuery())
    return null
  },
  Component: SignInsPage,
})

/** The browsers in which a person is signed in. They sign out the others here. */
function SignInsPage() {
  const { t } = useTranslation('sign-in')
  const { data: signIns, error, isPending, refetch } = useQuery(signInsQuery())
  const end = useEndSignIns()
  const { say, banner } = useStatusMessage()
  const [refused, setRefused] = useState<Error>()
  const nameOf = useName()
  const [asked] = useSearchParams()
  const changed = CHANGED.find((change) => change === asked.get('changed'))
  const throughCouncil = useQuery({ ...sessionQuery(), enabled: false }).data?.throughCouncil ?? false
  const others = signIns?.filter(({ current }) => !current) ?? []

  function allDone(count: number): string {
    return count === 0 ? t('onlyHere') : t('done.others', { count })
  }

  function signOut(which: SignIn | 'others') {
    if (end.isPending) return
    setRefused(undefined)
    end.mutate(which, {
      onSuccess: ({ ended, unfinished }: Ended) => {
        const done = which === 'others' ? allDone(ended) : t('done.one', { device: nameOf(which) })
        say(unfinished ? `${done} ${t('done.unfinished')}` : done)
      },
      onError: (cause) => {
        const over = which !== 'others' && cause instanceof Problem && cause.status === 404
        say(over ? t('done.over', { device: nameOf(which) }) : '')
        if (!over) setRefused(cause)
      },
    })
  }

  return (
    <Page heading={t('heading')}>
      {banner}
      {refused && <InsetText role="alert">{problemText(refused)}</InsetText>}
      {changed && !banner && <NotificationBanner success>{lookup('sign-in', 'changed', changed)}</NotificationBanner>}
      <p className="govuk-body">
        {t('intro')} {t(throughCouncil ? 'unknownCouncil' : 'unknown')}
      </p>
      {isPending && <Loading />}
      {error && !signIns && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {signIns?.map((signIn) => (
        <SignInCard key={signIn.id} signIn={signIn} busy={end.isPending} onEnd={() => signOut(signIn)} />
      ))}
      {signIns && others.length === 0 && <p className="govuk-body">{t('onlyHere')}</p>}
      {others.length > 0 && (
        <>
          <p className="govuk-body">{t('everywhereHint')}</p>
          <Button
            type="button"
            className="govuk-button--warning"
            busy={end.isPending}
            onClick={() => signOut('others')}
          >
            {t('everywhere')}
          </Button>
        </>
      )}
      <ChangeYours throughCouncil={throughCouncil} />
      <Passkeys />
    </Page>
  )
}

/**
 * The links to the pages of the sign-in service on which people change their own account. A person who came through their
 * council's own sign-in has their password there, and here a second step only if the council names none.
 */
function ChangeYours({ throughCouncil }: { throughCouncil: boolean }) {
  const { t } = useTranslation('sign-in')
  const changes = throughCouncil ? ACCOUNT_CHANGES.filter((change) => change !== 'password') : ACCOUNT_CHANGES
  return (
    <>
      <h2 className="govuk-heading-m">{t('change.heading')}</h2>
      {throughCouncil && <p className="govuk-body">{t('change.council')}</p>}
      <p className="govuk-body">{t(throughCouncil ? 'change.introCouncil' : 'change.intro')}</p>
      <ul className="govuk-list">
        {changes.map((change) => (
          <li key={change}>
            <a className="govuk-link" href={changeAddress(change, paths.signIns)}>
              {lookup('sign-in', 'change', change)}
            </a>
            <br />
            {lookup('sign-in', 'changeHint', change)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Returns the name of a browser: its kind and its system. */
function useName(): (signIn: SignIn) => string {
  const { t } = useTranslation('sign-in')
  return ({ browser, system }) =>
    t('device', { browser: lookup('sign-in', 'browser', browser), system: lookup('sign-in', 'system', system) })
}

function SignInCard({ signIn, busy, onEnd }: { signIn: SignIn; busy: boolean; onEnd: () => void }) {
  const { t } = useTranslation('sign-in')
  const device = useName()(signIn)
  const time = dayAndTime(signIn.signedInAt)
  return (
    <article className="card">
      <h2 className="govuk-heading-s">
        {device} {signIn.current && <Tag>{t('this')}</Tag>}
      </h2>
      <SummaryList
        rows={[
          { key: t('signedIn'), value: time },
          { key: t('lastUsed'), value: signIn.current ? t('now') : dayAndTime(signIn.lastUsedAt) },
        ]}
      />
      {!signIn.current && (
        <Button type="button" className="govuk-button--secondary" busy={busy} onClick={onEnd}>
          <Trans t={t} i18nKey="signOut" values={{ device, time }} components={{ hidden: <Hidden /> }} />
        </Button>
      )}
    </article>
  )
}
