import { useTranslation } from 'react-i18next'
import type { ComparedRate } from '../../api/types'
import { Details } from '../../govuk/details'
import { useMay } from '../../page/authorities'
import { paths } from '../../page/paths'
import { hasBetterQuarter, isInBetterQuarter } from './better-quarter'

/**
 * Leads from a rate to a question about it, or to the offer of a council that is in the better quarter itself. The same
 * words are shown whether or not a council is willing.
 */
export function TalkToCouncil({ rate }: { rate: ComparedRate }) {
  const { t } = useTranslation('introduction')
  const may = useMay()
  if (!may('introduction:write') || !hasBetterQuarter(rate)) return null
  return (
    <Details className="not-printed" summary={t('ask.heading')}>
      <p>{t('ask.block')}</p>
      <p>
        <a className="govuk-link" href={paths.comparison({ introductions: rate.rate })}>
          {t('ask.start')}
        </a>
      </p>
      {isInBetterQuarter(rate) && (
        <p>
          {t('ask.yours')}{' '}
          <a className="govuk-link" href={paths.comparison({ introductions: 'offer' })}>
            {t('offer.heading')}
          </a>
        </p>
      )}
    </Details>
  )
}
