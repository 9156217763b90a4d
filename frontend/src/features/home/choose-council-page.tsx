import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../../api/queries'
import { Page } from '../../page/page'
import { requireSession } from '../../page/guards'

export const page = (client: QueryClient) => ({ loader: () => requireSession(client), Component: ChooseCouncil })

/** Choosing goes through the gateway: it makes a token for that council and no other. */
function ChooseCouncil() {
  const { t } = useTranslation()
  const { data: session } = useSuspenseQuery(sessionQuery())
  if (session.choices.length === 0 && !session.operator) {
    return (
      <Page heading={t('choose.none')}>
        <p className="govuk-body">{t('choose.noneBody')}</p>
      </Page>
    )
  }
  return (
    <Page heading={t('choose.heading')}>
      <p className="govuk-body">{t('choose.hint')}</p>
      <ul className="choices">
        {session.choices.map((choice) => (
          <li key={choice.alias}>
            <a
              className="choices__link"
              href={`/oauth2/authorization/council?council=${encodeURIComponent(choice.alias)}`}
            >
              {choice.name}
            </a>
          </li>
        ))}
        {session.operator && (
          <li>
            <a className="choices__link" href="/oauth2/authorization/operator">
              {t('choose.operator')}
              <span className="choices__hint">{t('choose.operatorHint')}</span>
            </a>
          </li>
        )}
      </ul>
    </Page>
  )
}
