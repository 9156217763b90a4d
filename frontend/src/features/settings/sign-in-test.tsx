import { useTranslation } from 'react-i18next'
import type { CheckedSignIn } from '../../api/types'
import { SummaryList } from '../../govuk/summary-list'
import { Tag } from '../../govuk/tag'
import { lookup } from '../../text/lookup'

/** The steps that this test could not try, although nothing is wrong. */
const NOT_TRIED = ['no-sign-in', 'no-secret']

function Verdict({ outcome }: { outcome: string }) {
  const { t } = useTranslation('settings')
  if (outcome === 'works') return <Tag className="govuk-tag--green">{t('signIn.works')}</Tag>
  return NOT_TRIED.includes(outcome) ? (
    <Tag className="govuk-tag--grey">{t('signIn.notTried')}</Tag>
  ) : (
    <Tag className="govuk-tag--yellow">{t('signIn.look')}</Tag>
  )
}

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
                  <Verdict outcome={outcome} /> {outcome !== 'works' && lookup('settings', 'signIn.outcome', outcome)}
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
