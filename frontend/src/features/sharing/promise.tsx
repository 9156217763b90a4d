import { useTranslation } from 'react-i18next'
import { Details } from '../../govuk/details'
import { InsetText } from '../../govuk/inset-text'
import { Table } from '../../govuk/table'

const WHAT = ['wait', 'bookings', 'outcomes', 'experience', 'wellbeing'] as const
const GUESSES = ['present', 'answer', 'story', 'twice'] as const

/** Says to a lead what is shared and why, and what people are promised. */
export function OurPromise() {
  const { t } = useTranslation('sharing')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('what.heading')}</h2>
      <p className="govuk-body">{t('what.why')}</p>
      <p className="govuk-body">{t('what.shared')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {WHAT.map((part) => (
          <li key={part}>{t(`what.${part}`)}</li>
        ))}
      </ul>
      <p className="govuk-body">{t('what.never')}</p>
      <InsetText>
        <h3 className="govuk-heading-s">{t('promise.heading')}</h3>
        <p className="govuk-body">{t('promise.figures')}</p>
        <p className="govuk-body">{t('promise.councils')}</p>
        <p className="govuk-body">{t('promise.not')}</p>
      </InsetText>
      <Details summary={t('promise.governance')}>
        <p className="govuk-body">{t('promise.boundary')}</p>
        <Table
          caption={t('promise.guessers')}
          head={[
            { text: t('promise.guess') },
            { text: t('promise.ordinary'), numeric: true },
            { text: t('promise.yearly'), numeric: true },
          ]}
          numeric={[1, 2]}
          firstCellIsHeader
          rows={GUESSES.map((guess) => ({
            key: guess,
            cells: [t(`promise.${guess}`), t(`promise.${guess}Ordinary`), t(`promise.${guess}Yearly`)],
          }))}
        />
        <p className="govuk-body">{t('promise.years')}</p>
      </Details>
    </section>
  )
}
