import { useTranslation } from 'react-i18next'
import type { CheckedSignIn } from '../../api/types'
import { SummaryList } from '../../govuk/summary-list'
import { Tag } from '../../govuk/tag'
import { lookup } from '../../text/lookup'

/** The result of a test, in words, step by step. */
export function SignInTest({ checked }: { checked: CheckedSignIn | undefined }) {
  const { t } = useTranslation('settings')
  return (
    <div role="status">
      {checked && (
        <section className="card">
          <h3 className="govuk-heading-s">{t('signIn.tested')}</h3>
          <SummaryList
            rows={checked.steps.map(({ step, outcome }) => ({
              key: lookup('settings', 'signIn.step', step),
              value: (
                <>
                  <Tag className={outcome === 'works' ? 'govuk-tag--green' : 'govuk-tag--yellow'}>
                    {t(outcome === 'works' ? 'signIn.works' : 'signIn.look')}
                  </Tag>{' '}
                  {outcome !== 'works' && lookup('settings', 'signIn.outcome', outcome)}
                </>
              ),
            }))}
          />
          <p className="govuk-body">{t('signIn.testedHint')}</p>
        </section>
      )}
    </div>
  )
}
