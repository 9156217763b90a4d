import { useTranslation } from 'react-i18next'
import { browser } from '../api/browser'
import type { Problem } from '../api/problem'
import { Button } from '../govuk/button'
import { Page } from '../page/page'
import { paths } from '../page/paths'
import { listOf } from '../text/dates'

/** The page in place of one that the service refuses for a rare reason. Its script is no part of the first load. */
export default function RefusedPage({ problem }: { problem: Problem }) {
  const { t } = useTranslation('refused')
  if (problem.type === 'council-suspended') return <Suspended />
  if (problem.type === 'text-unreadable') {
    return (
      <Page heading={t('unreadable.heading')}>
        <p className="govuk-body">{t('unreadable.body')}</p>
      </Page>
    )
  }
  // The members of staff who may read the record.
  const names = listOf((problem.body.readerNames as string[] | undefined) ?? [])
  return (
    <Page heading={t('restricted.heading')}>
      <p className="govuk-body">{names ? t('restricted.body', { names }) : t('restricted.bodyForNone')}</p>
    </Page>
  )
}

function Suspended() {
  const { t } = useTranslation(['refused', 'common'])
  return (
    <Page heading={t('refused:suspended.heading')}>
      <p className="govuk-body">{t('refused:suspended.kept')}</p>
      <p className="govuk-body">{t('refused:suspended.ask')}</p>
      <Button type="button" onClick={() => browser.reload()}>
        {t('common:again')}
      </Button>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.chooseCouncil}>
          {t('refused:suspended.other')}
        </a>
      </p>
    </Page>
  )
}
