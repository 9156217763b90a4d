import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../../api/queries'
import type { SignInProviderPage } from '../../api/types'
import { SummaryList } from '../../govuk/summary-list'
import { Table } from '../../govuk/table'
import { dayAndTime } from '../../text/dates'

/** The addresses that the council enters at its provider. */
export function ForYourProvider({ body }: { body: SignInProviderPage }) {
  const { t } = useTranslation('settings')
  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('signIn.provider')}</h2>
      <p className="govuk-body">{t('signIn.providerIntro')}</p>
      <SummaryList
        rows={[
          { key: t('signIn.redirect'), value: <code className="breaks">{body.redirect}</code> },
          { key: t('signIn.logout'), value: <code className="breaks">{body.backChannelLogout}</code> },
          { key: t('signIn.domains'), value: body.provider.domains.join(', ') },
        ]}
      />
      <p className="govuk-body">{t('signIn.domainsHint')}</p>
    </section>
  )
}

/** The link, who came, and what happens when a person leaves. */
export function OnceItIsOn({ body }: { body: SignInProviderPage }) {
  const { t } = useTranslation('settings')
  const { data: session } = useQuery({ ...sessionQuery(), enabled: false })
  const council = session?.acting?.kind === 'council' ? session.acting.id : ''
  const link = `${window.location.origin}/oauth2/authorization/sign-in?through=${council}`
  return (
    <>
      <h2 className="govuk-heading-m">{t('signIn.link')}</h2>
      <p className="govuk-body">{t('signIn.linkHint')}</p>
      <p className="govuk-body">
        <code className="breaks">{link}</code>
      </p>
      <h2 className="govuk-heading-m">{t('signIn.leaving')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {(['groups', 'account', 'now', 'others'] as const).map((each) => (
          <li key={each}>{t(`signIn.leaves.${each}`)}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t('signIn.people')}</h2>
      {body.people.length === 0 ? (
        <p className="govuk-body">{t('signIn.none')}</p>
      ) : (
        <Table
          caption={t('signIn.peopleCaption')}
          captionClassName="govuk-visually-hidden"
          head={[{ text: t('signIn.person') }, { text: t('signIn.when') }]}
          rows={body.people.map(({ name, at }, nth) => ({ key: String(nth), cells: [name, dayAndTime(at)] }))}
        />
      )}
      {body.neverCame.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t('signIn.neverCame')}</h2>
          <p className="govuk-body">{t('signIn.neverCameHint')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {body.neverCame.map((name, nth) => (
              <li key={nth}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
