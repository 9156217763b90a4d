import { useTranslation } from 'react-i18next'
import type { OwnSettings } from '../../api/types'

/** The logo as residents see it: on its background, beside the name of the council. */
export function LogoShown({ settings: { name: council, brand, logo: shown } }: { settings: OwnSettings }) {
  const { t } = useTranslation(['settings', 'common'])
  if (!shown) return null
  return (
    <>
      <span className="logo-plate" style={{ backgroundColor: brand.logoBackground }}>
        <img src={`/api/settings/logo?v=${shown.version}`} alt={t('form.logoOf', { name: council })} />
      </span>
      {shown.pale && <p className="govuk-body">{t('form.logoPale')}</p>}
    </>
  )
}
