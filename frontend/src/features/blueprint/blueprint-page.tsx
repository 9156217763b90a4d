import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { blueprintQuery, useAdopt } from './queries'
import { Button, ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { useFlashMessage } from '../../page/flash-message'
import { requireWork } from '../../page/guards'
import { plainDate } from '../../text/dates'
import { paths } from '../../page/paths'
import { Hidden } from '../../govuk/hidden'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireWork(client)
    return client.ensureQueryData({ ...blueprintQuery(), revalidateIfStale: true })
  },
  Component: BlueprintPage,
})

function BlueprintPage() {
  const { t } = useTranslation(['blueprint', 'common'])
  const { data: blueprint } = useSuspenseQuery(blueprintQuery())
  const may = useMay()
  const flash = useFlashMessage<string>()
  const adopt = useSendOnce(useAdopt())
  const [done, setDone] = useState(false)
  const form = useForm<{ nothing: string }>({ nothing: '' })
  const { version, own, differences } = blueprint
  const adopted = blueprint.parts.some((part) => part.adopted)
  const rest = blueprint.parts.some((part) => !part.adopted)
  const decides = may('blueprint:write')

  function adoptAll() {
    adopt.send(
      { version, parts: blueprint.parts.map((part) => part.id) },
      { onSuccess: () => setDone(true), onError: (error) => form.fail([{ text: problemText(error) }]) },
    )
  }

  const news = done ? t('blueprint:adopted') : flash
  return (
    <Page
      heading={t('blueprint:heading')}
      caption={t('blueprint:caption', { name: blueprint.name, version })}
      wrong={form.wrong}
      wide
    >
      <FormSummary errors={form.errors} />
      {news && <NotificationBanner success>{news}</NotificationBanner>}
      {differences.length > 0 && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">
            {t('blueprint:news', { count: differences.length, version })}
          </p>
          {decides && (
            <p className="govuk-body">
              <a className="govuk-notification-banner__link" href={paths.blueprintDifferences}>
                {t('blueprint:newsAction')}
              </a>
            </p>
          )}
        </NotificationBanner>
      )}
      <div className="column">
        <p className="govuk-body">{blueprint.about}</p>
        {!adopted && <InsetText>{t(decides ? 'blueprint:none' : 'blueprint:onlyLeads')}</InsetText>}
      </div>
      {decides && rest && (
        <div className="govuk-button-group">
          {!adopted && (
            <Button type="button" busy={adopt.busy} onClick={adoptAll}>
              {t(adopt.busy ? 'blueprint:adopting' : 'blueprint:adoptAll')}
            </Button>
          )}
          <ButtonLink className="govuk-button--secondary" href={paths.adoptBlueprint}>
            {t(adopted ? 'blueprint:chooseMore' : 'blueprint:choose')}
          </ButtonLink>
        </div>
      )}
      <section className="card">
        <h2 className="govuk-heading-m">{t('blueprint:parts')}</h2>
        <Table
          className="stacks"
          caption={t('blueprint:parts')}
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: t('blueprint:partColumn') },
            { text: t('blueprint:holds') },
            { text: t('blueprint:used') },
            { text: <Hidden>{t('blueprint:see')}</Hidden> },
          ]}
          rows={blueprint.parts.map((part) => {
            const used = own.filter((one) => one.part === part.id && one.inUse).length
            return {
              key: part.id,
              cells: [
                part.title,
                part.about,
                part.adopted
                  ? t('blueprint:usedCount', { count: used, all: part.elements.length })
                  : t('blueprint:notAdopted'),
                <a className="govuk-link" href={paths.blueprintPart(part.id)} key="see">
                  <Trans
                    t={t}
                    i18nKey="blueprint:seePart"
                    values={{ title: part.title }}
                    components={{ hidden: <Hidden /> }}
                  />
                </a>,
              ],
            }
          })}
        />
      </section>
      <section className="card">
        <h2 className="govuk-heading-m">{t('blueprint:sources')}</h2>
        <p className="govuk-body-s">
          {t('blueprint:published', { name: blueprint.name, version, date: plainDate(blueprint.published) })}
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {blueprint.sources.map((source) => (
            <li key={source.id}>
              {source.address ? (
                <a className="govuk-link" href={source.address} rel="noreferrer">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              , {source.publisher}
              {source.note && <div className="govuk-hint">{source.note}</div>}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
