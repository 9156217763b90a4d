import { useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import { ButtonLink } from '../../govuk/button'
import { tokenOfThisPage, useReloadForAnotherLink } from '../../page/link-token'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { ChoosePassword } from './choose-password'
import { reasonOf, type Reason } from './link-problem'
import { preview } from './queries'

type Known = { kind: 'open'; token: string; email: string } | { kind: 'no'; reason: Reason }

export const page = {
  loader: async (): Promise<Known> => {
    const token = tokenOfThisPage()
    if (!token) return { kind: 'no', reason: 'unknown' }
    try {
      return { kind: 'open', token, email: (await preview(token)).email }
    } catch (error) {
      const reason = reasonOf(error)
      if (!reason) throw error
      return { kind: 'no', reason }
    }
  },
  shouldRevalidate: () => false,
  Component: NewPassword,
}

function NewPassword() {
  const known = useLoaderData<Known>()
  useReloadForAnotherLink()
  return known.kind === 'no' ? (
    <RefusedLink reason={known.reason} />
  ) : (
    <ChoosePassword token={known.token} email={known.email} refused={(reason) => <RefusedLink reason={reason} />} />
  )
}

/** The page of a link that leads to no new password. */
function RefusedLink({ reason }: { reason: Reason }) {
  const { t } = useTranslation('password')
  return (
    <Page heading={t(`no.${reason}.heading`)} title={t('no.title')}>
      <p className="govuk-body">{t(`no.${reason}.body`)}</p>
      <ButtonLink href={paths.forgottenPassword}>{t('no.again')}</ButtonLink>
    </Page>
  )
}
