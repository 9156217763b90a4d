import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../api/queries'
import { paths } from '../page/paths'

/** The council's name and how to reach it, or the product's name. */
export function Footer({ here }: { here: string | null }) {
  const { t } = useTranslation()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
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
        {council && (
          <p className="govuk-body-s">
            <a className="govuk-link" href={paths.support}>
              {t('footer.support')}
            </a>
          </p>
        )}
      </div>
    </footer>
  )
}
