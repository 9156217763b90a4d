import type { QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import type { LoaderFunctionArgs } from 'react-router'
import type { Instrument, Measure } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { NotificationBanner } from '../../govuk/notification-banner'
import { Table } from '../../govuk/table'
import { useFlashMessage } from '../../page/flash-message'
import { pathParam } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { dateAndTime, numberOf, plainDate } from '../../text/dates'
import { useInWords } from './in-words'
import { instrumentOf, loadMeasures, useMeasures } from './loaded'

export const page = (client: QueryClient) => ({
  loader: (args: LoaderFunctionArgs) => loadMeasures(client, pathParam(args, 'personId')),
  Component: MeasuresPage,
})

/** The scores of a person over time, one table for each instrument. */
function MeasuresPage() {
  const { t } = useTranslation('measure')
  const { personId, person, instruments, measures, withdrawn } = useMeasures()
  const flash = useFlashMessage<string>()
  return (
    <Page
      heading={t('heading', { name: person.name })}
      back={{ href: paths.person(personId), text: t('back', { name: person.name }) }}
      wide
    >
      {flash && (
        <NotificationBanner success className="page__notice">
          {flash}
        </NotificationBanner>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.askMeasure(personId)}>
          {t('link')}
        </a>
      </p>
      {measures.length === 0 && <p className="govuk-body">{t('list.none')}</p>}
      {instruments.map((instrument) => (
        <OverTime
          key={instrument.code}
          instrument={instrument}
          measures={measures.filter(({ instrument: code }) => code === instrument.code).reverse()}
        />
      ))}
      <Withdrawn instruments={instruments} measures={withdrawn} />
    </Page>
  )
}

/** The answers that were withdrawn: when, by whom and why, without the answers. */
function Withdrawn({ instruments, measures }: { instruments: Instrument[]; measures: Measure[] }) {
  const { t } = useTranslation(['measure', 'common'])
  if (measures.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('measure:withdraw.list')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {measures.map(({ id, instrument, day, withdrawn }) => (
          <li key={id}>
            {withdrawn &&
              t('measure:withdraw.one', {
                instrument: instrumentOf(instruments, instrument).name,
                day: plainDate(day),
                name: withdrawn.byName ?? t('common:aColleague'),
                time: dateAndTime(withdrawn.at),
                reason: withdrawn.reason,
              })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The answers to one instrument, the first day first. */
function OverTime({ instrument, measures }: { instrument: Instrument; measures: Measure[] }) {
  const { t } = useTranslation('measure')
  const words = useInWords(instrument)
  if (measures.length === 0) return null
  // A score that is one answer says why there is none. Others have more than one question.
  const withoutScore = (scale: string, { answers }: Measure) =>
    instrument.items.some(({ id }) => id === scale)
      ? words.answer(answers.find(({ item }) => item === scale) ?? { item: scale })
      : t('answers.noScore')
  return (
    <section className="card">
      <Table
        caption={instrument.name}
        captionClassName="govuk-table__caption--m"
        className="stacks"
        head={[
          { text: t('list.day') },
          ...instrument.scales.map(({ name, direction }) => ({
            text: (
              <>
                {name}
                <br />
                <span className="govuk-hint">{t(`answers.better.${direction}`)}</span>
              </>
            ),
          })),
          { text: t('answers.answer') },
        ]}
        rows={measures.map((measure) => ({
          key: measure.id,
          cells: [
            <>
              {plainDate(measure.day)}
              {measure.baseline && (
                <>
                  <br />
                  {t('answers.first')}
                </>
              )}
            </>,
            ...measure.scores.map(({ scale, value }) =>
              value === undefined ? withoutScore(scale, measure) : numberOf(value),
            ),
            <a className="govuk-link" key="see" href={paths.measure(measure.personId, measure.id)}>
              <Trans
                t={t}
                i18nKey="list.see"
                values={{ date: plainDate(measure.day) }}
                components={{ hidden: <Hidden /> }}
              />
            </a>,
          ],
        }))}
      />
    </section>
  )
}
