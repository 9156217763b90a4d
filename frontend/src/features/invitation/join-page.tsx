import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { Problem } from '../../api/problem'
import { sessionQuery } from '../../api/queries'
import type { Session } from '../../api/session'
import type { OpenInvitation } from '../../api/types'
import { Button } from '../../govuk/button'
import { tokenOfThisPage, useReloadForAnotherLink } from '../../page/link-token'
import { Page } from '../../page/page'
import { AcceptInvitation } from './accept-invitation'
import { reasonOf, type Reason } from './invitation-problem'
import { preview } from './queries'
import { RefusedInvitation } from './refused-invitation'

type Known =
  | { kind: 'open'; token: string; invitation: OpenInvitation }
  | { kind: 'no'; reason: Reason }
  | { kind: 'signed-in'; session: Session }

async function sessionIfAny(client: QueryClient): Promise<Session | undefined> {
  try {
    return await client.ensureQueryData(sessionQuery())
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return undefined
    throw error
  }
}

export const page = (client: QueryClient) => ({
  loader: async (): Promise<Known> => {
    const token = tokenOfThisPage()
    const session = await sessionIfAny(client)
    if (session) return { kind: 'signed-in', session }
    if (!token) return { kind: 'no', reason: 'unknown' }
    try {
      return { kind: 'open', token, invitation: await preview(token) }
    } catch (error) {
      const reason = reasonOf(error)
      if (!reason) throw error
      return { kind: 'no', reason }
    }
  },
  shouldRevalidate: () => false,
  Component: Join,
})

function Join() {
  const known = useLoaderData<Known>()
  useReloadForAnotherLink()
  if (known.kind === 'signed-in') return <SignedIn session={known.session} />
  if (known.kind === 'no') return <RefusedInvitation reason={known.reason} />
  return <AcceptInvitation token={known.token} invitation={known.invitation} />
}

/** A person who has signed in is a member already; the invitation may be for another person. */
function SignedIn({ session }: { session: Session }) {
  const { t } = useTranslation('invitation')
  return (
    <Page heading={t('signedIn.heading', { name: session.name })} title={t('title')}>
      <p className="govuk-body">{t('signedIn.body')}</p>
      <p className="govuk-body">{t('signedIn.notYours')}</p>
      <form method="post" action="/sign-out">
        <input type="hidden" name="_csrf" value={session.csrf.token} />
        <Button>{t('signedIn.signOut')}</Button>
      </form>
    </Page>
  )
}
