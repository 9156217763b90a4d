import { useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { InsetText } from '../../govuk/inset-text'
import { useMay } from '../../page/authorities'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { telephoneLink } from '../../page/telephone'
import { safeguardingQuery } from './queries'

/** The telephone numbers of the council, then its steps. */
export function CouncilSteps() {
  const { t } = useTranslation('concern')
  const may = useMay()
  const { data, error, isPending, refetch } = useQuery(safeguardingQuery())
  return (
    <>
      <p className="govuk-body">
        <Trans
          t={t}
          i18nKey="danger"
          // Its words come from the translation.
          // eslint-disable-next-line jsx-a11y-x/anchor-has-content
          components={{ phone: <a className="govuk-link govuk-!-font-weight-bold" href="tel:999" /> }}
        />
      </p>
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {data?.numbers.length === 0 && (
        <InsetText>
          <p>{t('notWritten')}</p>
          {may('council:set-up') && (
            <a className="govuk-link" href={paths.settingsPart('safeguarding')}>
              {t('writeSteps')}
            </a>
          )}
        </InsetText>
      )}
      {data && data.numbers.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t('numbers')}</h2>
          <ul className="govuk-list">
            {data.numbers.map(({ name, phone, hours }) => (
              <li key={`${name} ${phone}`}>
                {name}:{' '}
                <a className="govuk-link govuk-!-font-weight-bold" href={telephoneLink(phone)}>
                  {phone}
                </a>
                {hours && <span className="record__about">{hours}</span>}
              </li>
            ))}
          </ul>
          <h2 className="govuk-heading-m">{t('steps')}</h2>
          <ol className="govuk-list govuk-list--number">
            {data.steps
              .split('\n')
              .filter((step) => step.trim())
              .map((step, at) => (
                <li key={at}>{step}</li>
              ))}
          </ol>
        </>
      )}
    </>
  )
}
