import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../api/queries'
import type { Session } from '../api/session'
import { paths } from '../page/paths'
import { leaveTab } from '../page/sign-out'
import { Mark } from './mark'

/** The product, the council that the person works for, and the way to sign out. */
export function Masthead({ session }: { session: Session | undefined }) {
  const { t } = useTranslation()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const acting = session?.acting
  const place = acting?.kind === 'council' ? (council?.name ?? acting.name) : acting && t('masthead.operator')
  const choices = (session?.choices.length ?? 0) + (session?.operator ? 1 : 0)
  return (
    <header className="mast">
      <div className="govuk-width-container mast__in">
        <a className="mast__product" href={paths.home}>
          <Mark />
          {t('product')}
        </a>
        {place && (
          <span className="mast__council">
            {acting?.kind === 'council' && council?.logo && (
              <span
                className="logo-plate logo-plate--small"
                style={{ backgroundColor: council.brand.logoBackground ?? '#FFFFFF' }}
              >
                <img src={`/api/council/logo?v=${council.logo}`} alt="" />
              </span>
            )}
            {place}
          </span>
        )}
        {session && (
          <div className="mast__person">
            {acting && choices > 1 && <a href={paths.chooseCouncil}>{t('masthead.change')}</a>}
            <a href={paths.signIns}>
              {session.name}
              <span className="govuk-visually-hidden"> {t('masthead.signIns')}</span>
            </a>
            <form method="post" action="/sign-out" onSubmit={leaveTab}>
              <input type="hidden" name="_csrf" value={session.csrf.token} />
              <button type="submit" className="mast__sign-out">
                {t('masthead.signOut')}
              </button>
            </form>
          </div>
        )}
      </div>
    </header>
  )
}
