import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../api/queries'
import { paths } from '../page/paths'

/** The council's name and how to reach it, or the product's name. */
export function Footer({ here }: { here: string | null }) {
  const { t } = useTranslation()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const links = [
    ...(council ? [[paths.support, t('footer.support')]] : []),
    ['/open/accessibility', t('footer.accessibility')],
    ['/open/cookies', t('footer.cookies')],
    ['/open/staff-privacy', t('footer.privacy')],
  ]
  return (
    <footer className="foot">
      <div className="govuk-width-container">
        <p className="govuk-body-s">{here ? t('footer.council', { council: here }) : t('footer.product')}</p>
        {council && (council.contactPhone || council.contactEmail) && (
          <p className="govuk-body-s">
            {t('footer.contact', {
              contact: [council.contactPhone, council.contactEmail].filter(Boolean).join(', '),
            })}
          </p>
        )}
        <ul className="foot__links govuk-body-s">
          {links.map(([href, text]) => (
            <li key={href}>
              <a className="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}
