import type { QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Hidden } from '../../govuk/hidden'
import { pathParam } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { plainDate } from '../../text/dates'
import { loadMeasures, useMeasures } from './loaded'

export const page = (client: QueryClient) => ({
  loader: (args: LoaderFunctionArgs) => loadMeasures(client, pathParam(args, 'personId')),
  Component: ChooseInstrumentPage,
})

/** The instruments that a person can be asked. It shows when each was last asked, and no earlier answer. */
function ChooseInstrumentPage() {
  const { t } = useTranslation('measure')
  const { personId, person, instruments, measures } = useMeasures()
  const conversationId = useSearchParams()[0].get('conversation') ?? undefined
  return (
    <Page
      heading={t('choose.heading')}
      caption={person.name}
      back={
        conversationId
          ? { href: paths.conversation(conversationId) }
          : { href: paths.person(personId), text: t('back', { name: person.name }) }
      }
    >
      <p className="govuk-body">{t('choose.intro')}</p>
      {conversationId && <p className="govuk-body">{t('choose.conversation')}</p>}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.measures(personId)}>
          {t('earlier')}
        </a>
      </p>
      {instruments.map(({ code, name, licence, form }) => {
        const last = measures.find(({ instrument }) => instrument === code)
        return (
          <section className="card" key={code}>
            <h2 className="govuk-heading-s">{name}</h2>
            <p className="govuk-body">{last ? t('choose.last', { date: plainDate(last.day) }) : t('choose.never')}</p>
            <ul className="govuk-list record__list">
              <li>
                <a className="govuk-link" href={paths.askInstrument(personId, code, conversationId)}>
                  <Trans t={t} i18nKey="choose.ask" values={{ name }} components={{ hidden: <Hidden /> }} />
                </a>
              </li>
              {form !== 'score' && (
                <li>
                  <a className="govuk-link" href={paths.paperMeasure(personId, code)}>
                    <Trans t={t} i18nKey="choose.paper" values={{ name }} components={{ hidden: <Hidden /> }} />
                  </a>
                </li>
              )}
            </ul>
            <p className="govuk-body-s">{t('choose.licence', { licence })}</p>
          </section>
        )
      })}
    </Page>
  )
}
