import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { councilQuery } from '../../api/queries'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { TaskList } from '../../govuk/task-list'
import { useFlashMessage } from '../../page/flash-message'
import { Link } from '../../page/link'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { PublicPageLink, PublicPagePreviewLink } from '../settings/public-page-link'
import { setUpQuery } from './queries'
import { loadSetUp, openQuestion, useTasks } from './tasks'

export const page = (client: QueryClient) => ({ loader: loadSetUp(client), Component: SetUp })

function SetUp() {
  const { t } = useTranslation(['setup', 'common'])
  const { body: setUp } = useSuspenseQuery(setUpQuery()).data
  const { data: council } = useSuspenseQuery(councilQuery())
  const { groups, needed, left } = useTasks(setUp)
  const news = useFlashMessage<string>()
  const name = council.name
  if (setUp.status === 'live') {
    return (
      <Page heading={t('list.live', { name })}>
        <p className="govuk-body">{t('list.liveBody')}</p>
        <p className="govuk-body">
          <Trans t={t} i18nKey="list.liveAddress" components={{ page: <PublicPageLink alias={council.alias} /> }} />
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.poster}>
            {t('list.livePoster')}
          </a>
        </p>
        <a className="govuk-link" href={paths.settings}>
          {t('list.settingsLink')}
        </a>
      </Page>
    )
  }
  const question = openQuestion(setUp)
  return (
    <Page heading={t('list.heading', { name })}>
      {news && <NotificationBanner success>{news}</NotificationBanner>}
      {setUp.status === 'asked-to-go-live' && (
        <InsetText>
          <Trans t={t} i18nKey="list.asked" />
        </InsetText>
      )}
      {question && (
        <InsetText>
          <Trans t={t} i18nKey="list.question" />
        </InsetText>
      )}
      <p className="govuk-body">{t('list.intro', { name })}</p>
      <p className="govuk-body">{t('list.progress', { count: needed.length - left.length, all: needed.length })}</p>
      {groups.map(({ heading, tasks }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <TaskList tasks={tasks} />
        </section>
      ))}
      <h2 className="govuk-heading-m">{t('list.goLive')}</h2>
      <TaskList
        tasks={[
          left.length > 0
            ? { title: t('list.check'), status: t('list.cannotStart'), hint: t('list.afterAll') }
            : setUp.status === 'asked-to-go-live'
              ? { title: t('list.check'), href: paths.goLive, status: t('list.completed'), done: true }
              : { title: t('list.check'), href: paths.goLive, status: t('list.todo') },
        ]}
      />
      <p className="govuk-body">
        <PublicPagePreviewLink />
      </p>
      <h2 className="govuk-heading-m">{t('list.optional')}</h2>
      <ul className="govuk-list">
        {(['colour', 'logo', 'labels'] as const).map((part) => (
          <li key={part}>
            <Link href={paths.settingsPart(part)}>{t(`list.${part}`)}</Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
