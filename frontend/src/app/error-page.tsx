import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useLocation, useNavigate, useRouteError } from 'react-router'
import { Problem } from '../api/problem'
import { browser } from '../api/browser'
import { councilQuery } from '../api/queries'
import { pageState } from '../api/release'
import { signIn } from '../api/session'
import { Button } from '../govuk/button'
import { Page } from '../page/page'
import { Loading } from '../page/loading'
import { paths } from '../page/paths'

const Refused = lazy(() => import('./refused-page'))

type Kind = 'outdated' | 'notFound' | 'forbidden' | 'chooseCouncil' | 'notAMember' | 'unavailable' | 'other'

function kindOf(error: unknown): Kind {
  const kind = kindOfProblem(error)
  return pageState.get() === 'outdated' && (kind === 'notFound' || kind === 'other') ? 'outdated' : kind
}

function kindOfProblem(error: unknown): Kind {
  if (isRouteErrorResponse(error)) return error.status === 404 ? 'notFound' : 'other'
  if (!(error instanceof Problem)) return 'other'
  if (error.type === 'choose-council') return 'chooseCouncil'
  if (error.type === 'not-a-member' || error.type === 'no-council') return 'notAMember'
  // A malformed id in the address is shown as not found.
  if (error.status === 404 || error.status === 400) return 'notFound'
  if (error.status === 403) return 'forbidden'
  if (error.status === 0 || error.status >= 502) return 'unavailable'
  return 'other'
}

/**
 * The page that replaces one that could not be shown, within the layout. A person who is not signed in is sent to
 * sign in and comes back.
 */
export function ErrorPage() {
  const error = useRouteError()
  if (!(error instanceof Problem)) return <Sorry kind={kindOf(error)} />
  if (error.status === 401) return <ToSignIn />
  return ['council-suspended', 'conversation-restricted', 'text-unreadable'].includes(error.type) ? (
    <Suspense fallback={<Loading />}>
      <Refused problem={error} />
    </Suspense>
  ) : (
    <Sorry kind={kindOf(error)} />
  )
}

function ToSignIn() {
  useEffect(signIn, [])
  return <Loading />
}

function Sorry({ kind }: { kind: Kind }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const here = useLocation()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const contact = [council?.contactPhone, council?.contactEmail].filter(Boolean).join(', ')

  async function again() {
    await client.resetQueries({ predicate: (query) => query.state.status === 'error' })
    await navigate(here.pathname + here.search, { replace: true })
  }

  return (
    <Page heading={t(`errorPage.${kind}.heading`)}>
      <p className="govuk-body">
        {kind === 'forbidden' && council?.me.roles.includes('lead')
          ? t('errorPage.forbidden.bodyForLead')
          : t(`errorPage.${kind}.body`)}
      </p>
      {kind === 'notFound' && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.home}>
            {t('errorPage.notFound.home')}
          </a>
        </p>
      )}
      {(kind === 'chooseCouncil' || kind === 'notAMember') && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.chooseCouncil}>
            {t('errorPage.chooseCouncil.choose')}
          </a>
        </p>
      )}
      {kind === 'outdated' && (
        <Button type="button" onClick={() => browser.reload()}>
          {t('release.reload')}
        </Button>
      )}
      {(kind === 'unavailable' || kind === 'other') && (
        <>
          <Button type="button" onClick={() => void again()}>
            {t('again')}
          </Button>
          {contact && <p className="govuk-body">{t('errorPage.contact', { contact })}</p>}
        </>
      )}
    </Page>
  )
}
