import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Instrument, Measure } from '../../api/types'
import { NotificationBanner } from '../../govuk/notification-banner'
import { Table } from '../../govuk/table'
import { readDraft } from '../../page/draft'
import { flashOnNextPage, useFlashMessage } from '../../page/flash-message'
import { pathParam } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { ReasonForm } from '../../page/reason-form'
import { useOpenForm } from '../../page/use-kept-draft'
import { dateAndTime, numberOf, plainDate } from '../../text/dates'
import { AnswersInWords } from './answers-in-words'
import { useInWords } from './in-words'
import { instrumentOf, loadMeasures, measureOf, useMeasures } from './loaded'
import { useWithdrawMeasure } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await loadMeasures(client, pathParam(args, 'personId'))
    return (await readDraft(args.request)) ?? null
  },
  Component: MeasurePage,
})

/** The answers of one day, and what the person answered the time before. */
function MeasurePage() {
  const { t } = useTranslation(['measure', 'common'])
  const { personId, person, instruments, measures, withdrawn } = useMeasures()
  const measure = measureOf([...measures, ...withdrawn], pathParam({ params: useParams() }, 'measureId'))
  const instrument = instrumentOf(instruments, measure.instrument)
  const flash = useFlashMessage<string>()
  const before = measures.find(({ instrument: code, day }) => code === measure.instrument && day < measure.day)
  const frame = {
    heading: instrument.name,
    caption: t('measure:answers.caption', { name: person.name, date: plainDate(measure.day) }),
    back: { href: paths.person(personId), text: t('measure:back', { name: person.name }) },
  }
  if (measure.withdrawn)
    return (
      <Page {...frame}>
        <p className="govuk-body">
          {t('measure:withdraw.by', {
            name: measure.withdrawn.byName ?? t('common:aColleague'),
            time: dateAndTime(measure.withdrawn.at),
            reason: measure.withdrawn.reason,
          })}
        </p>
      </Page>
    )
  return (
    <Page {...frame}>
      {flash && (
        <NotificationBanner success className="page__notice">
          {flash}
        </NotificationBanner>
      )}
      {measure.baseline && <p className="govuk-body">{t('measure:answers.first')}</p>}
      <Questions instrument={instrument} measure={measure} before={before} />
      <Scores instrument={instrument} measure={measure} before={before} />
      <p className="govuk-body-s">
        {t('measure:answers.by', {
          name: measure.recordedByName ?? t('common:aColleague'),
          time: dateAndTime(measure.recordedAt),
        })}
      </p>
      <ul className="govuk-list record__list">
        {measure.conversationId && (
          <li>
            <a className="govuk-link" href={paths.conversation(measure.conversationId)}>
              {t('measure:answers.conversation')}
            </a>
          </li>
        )}
        <li>
          <a className="govuk-link" href={paths.correctMeasure(personId, measure.id)}>
            {t('measure:answers.correct')}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={paths.measures(personId)}>
            {t('measure:answers.all')}
          </a>
        </li>
      </ul>
      <Corrections instrument={instrument} measure={measure} />
      <Withdrawal personId={personId} measure={measure} />
    </Page>
  )
}

/** Takes answers back that were recorded by mistake, such as those of another person. */
function Withdrawal({ personId, measure }: { personId: string; measure: Measure }) {
  const { t } = useTranslation('measure')
  const [open, setOpen] = useOpenForm('measure', ['withdraw'])
  const withdraw = useWithdrawMeasure(personId, measure)
  const navigate = useNavigate()
  const list = paths.measures(personId)
  if (!open)
    return (
      <button type="button" className="btn" onClick={() => setOpen('withdraw')}>
        {t('withdraw.open')}
      </button>
    )
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{t('withdraw.open')}</h2>
      <p className="govuk-body">{t('withdraw.intro')}</p>
      <ReasonForm
        name="measure-withdraw"
        label={t('withdraw.reason')}
        hint={t('withdraw.hint')}
        missing={t('withdraw.missing')}
        save={t('withdraw.save')}
        busy={withdraw.isPending}
        onSave={(reason) => withdraw.mutateAsync(reason)}
        onDone={() => setOpen(undefined)}
        onSaved={() => {
          flashOnNextPage(list, t('withdraw.done'))
          void navigate(list)
        }}
      />
    </section>
  )
}

interface ComparedProps {
  instrument: Instrument
  measure: Measure
  before: Measure | undefined
}

function Questions({ instrument, measure, before }: ComparedProps) {
  const { t } = useTranslation('measure')
  const words = useInWords(instrument)
  return (
    <Table
      className="stacks"
      head={[
        { text: t('answers.question') },
        { text: t('answers.answer') },
        ...(before ? [{ text: t('answers.lastTimeColumn') }] : []),
      ]}
      rows={measure.answers.map((answer) => {
        const last = before?.answers.find(({ item }) => item === answer.item)
        return {
          key: answer.item,
          cells: [
            words.question(answer.item, measure.goals),
            words.answer(answer),
            ...(before ? [last && t('answers.lastTime', { answer: words.answer(last) })] : []),
          ],
        }
      })}
    />
  )
}

/** The scores that are computed from the answers. A score that is one answer is not shown again. */
function Scores({ instrument, measure, before }: ComparedProps) {
  const { t } = useTranslation('measure')
  const computed = instrument.scales.filter(({ id }) => !instrument.items.some((item) => item.id === id))
  if (computed.length === 0) return null
  const words = (of: Measure, scale: string) => {
    const value = of.scores.find((score) => score.scale === scale)?.value
    return value === undefined ? t('answers.noScore') : numberOf(value)
  }
  return (
    <Table
      caption={t('answers.scores')}
      captionClassName="govuk-table__caption--s"
      className="stacks"
      head={[
        { text: t('list.what') },
        { text: t('answers.score') },
        ...(before ? [{ text: t('answers.lastTimeColumn') }] : []),
      ]}
      rows={computed.map(({ id, name, direction }) => ({
        key: id,
        cells: [
          <>
            {name}
            <br />
            <span className="govuk-hint">{t(`answers.better.${direction}`)}</span>
          </>,
          words(measure, id),
          ...(before ? [t('answers.lastTime', { answer: words(before, id) })] : []),
        ],
      }))}
    />
  )
}

function Corrections({ instrument, measure }: { instrument: Instrument; measure: Measure }) {
  const { t } = useTranslation(['measure', 'common'])
  if (measure.corrections.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('measure:answers.corrections')}</h2>
      {measure.corrections.map(({ at, byName, reason, day, goals, answers }) => (
        <div key={at}>
          <p className="govuk-body">
            {t('measure:answers.correction', {
              name: byName ?? t('common:aColleague'),
              time: dateAndTime(at),
              reason,
            })}
          </p>
          <p className="govuk-body-s">{t('measure:answers.before', { answers: plainDate(day) })}</p>
          <AnswersInWords instrument={instrument} goals={goals.length > 0 ? goals : measure.goals} answers={answers} />
        </div>
      ))}
    </section>
  )
}
