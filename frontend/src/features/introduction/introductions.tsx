import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../../api/queries'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { useFlashMessage } from '../../page/flash-message'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useStatusMessage } from '../../page/status-message'
import { Unavailable } from '../../page/unavailable'
import { findText, lookup } from '../../text/lookup'
import { listOf } from '../../text/dates'
import { AskPage } from './ask-page'
import type { Rate } from './better-quarter'
import { OfferPage } from './offer-page'
import { OwnQuestions } from './own-questions'
import { offerQuery, questionsQuery, requestsQuery } from './queries'
import { Requests } from './requests'

function isRate(word: string): word is Rate {
  return findText(`comparison:rate.${word}.name`) !== undefined
}

/** The introductions, or what the address names instead: the offer, or a new question about a rate. */
export function Introductions({ show }: { show: string }) {
  if (isRate(show)) return <AskPage rate={show} />
  return show === 'offer' ? <OfferPage /> : <Overview />
}

function Overview() {
  const { t } = useTranslation('introduction')
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const queries = {
    questions: useQuery(questionsQuery()),
    requests: useQuery(requestsQuery()),
    offer: useQuery(offerQuery()),
  }
  const questions = queries.questions.data
  const requests = queries.requests.data
  const offer = queries.offer.data
  const all = Object.values(queries)
  const error = all.find((query) => query.error && !query.data)?.error
  const flash = useFlashMessage<string>()
  const { say, banner } = useStatusMessage()
  return (
    <Page heading={t('heading')} back={{ href: paths.insights, text: t('back') }}>
      {banner || (flash && <NotificationBanner success>{flash}</NotificationBanner>)}
      <p className="govuk-body">{t('intro')}</p>
      {council?.demonstration && <InsetText>{t('madeUp')}</InsetText>}
      {!error && all.some((query) => query.isPending) && <Loading />}
      {error && (
        <Unavailable
          error={error}
          words={t('unavailable')}
          onAgain={() => {
            for (const query of all) void query.refetch()
          }}
        />
      )}
      {!error && questions && requests && offer && (
        <>
          <Requests requests={requests} offers={offer.rates.length > 0} onDone={say} />
          <OwnQuestions questions={questions.items} onDone={say} />
          <section>
            <h2 className="govuk-heading-m">{t('offer.heading')}</h2>
            <p className="govuk-body">
              {offer.rates.length === 0
                ? t('offer.nothing')
                : t('offer.now', {
                    rates: listOf(offer.rates.map((rate) => lookup('comparison', 'rate', `${rate}.name`))),
                  })}
            </p>
            <p className="govuk-body">
              <a className="govuk-link" href={paths.comparison({ introductions: 'offer' })}>
                {t('offer.link')}
              </a>
            </p>
          </section>
        </>
      )}
    </Page>
  )
}
