import { useTranslation } from 'react-i18next'
import { dateAndTime } from '../../text/dates'

/** Says when the figures were counted, if that was not now. */
export function CountedAt({ at }: { at: string | undefined }) {
  const { t } = useTranslation('insight')
  return at === undefined ? null : <p className="govuk-body">{t('countedAt', { time: dateAndTime(at) })}</p>
}
