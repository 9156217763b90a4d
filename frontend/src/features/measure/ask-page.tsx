import type { QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Button } from '../../govuk/button'
import { readDraft } from '../../page/draft'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, useForm } from '../../page/form'
import { pathParam } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { useKeptDraft } from '../../page/use-kept-draft'
import { plainDate } from '../../text/dates'
import { baselineOf, instrumentOf, loadMeasures, useMeasures } from './loaded'
import { MeasureFields } from './measure-fields'
import { draftOf, faultsOf, formOf, refusalOf, requestOf, type MeasureForm } from './measure-form'
import { useRecordMeasure } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<MeasureForm | null> => {
    await loadMeasures(client, pathParam(args, 'personId'))
    return ((await readDraft(args.request)) as MeasureForm | undefined) ?? null
  },
  Component: AskPage,
})

/** Records the answers of a person to one instrument. Earlier answers show only after these are saved. */
function AskPage() {
  const { t } = useTranslation('measure')
  const { personId, person, instruments, measures } = useMeasures()
  const instrument = instrumentOf(instruments, pathParam({ params: useParams() }, 'instrument'))
  const conversationId = useSearchParams()[0].get('conversation') ?? undefined
  const baseline = baselineOf(measures, instrument.code)
  const draft = useLoaderData<MeasureForm | null>()
  const fields = useForm<MeasureForm, string>(
    () =>
      draft ?? {
        ...formOf(instrument),
        ...(baseline && { goals: baseline.goals.map(draftOf) }),
      },
  )
  const { busy, send } = useSendOnce(useRecordMeasure(personId))
  const navigate = useNavigate()
  const dropDraft = useKeptDraft(fields.values)
  const setsGoals = instrument.form === 'goals' && !baseline
  return (
    <Page
      heading={instrument.name}
      caption={person.name}
      back={{ href: paths.askMeasure(personId, conversationId) }}
      wrong={fields.wrong}
    >
      <FormSummary errors={fields.errors} />
      <p className="govuk-body">{baseline ? t('form.followUp', { date: plainDate(baseline.day) }) : t('form.first')}</p>
      {instrument.form === 'goals' && baseline && (
        <p className="govuk-body">{t('form.goalsFixed', { date: plainDate(baseline.day) })}</p>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const { values } = fields
          if (fields.fail(faultsOf(instrument, values, { setsGoals, corrects: false }))) return
          send(
            {
              instrument: instrument.code,
              ...(conversationId && { conversationId }),
              ...requestOf(instrument, values, setsGoals),
            },
            {
              onSuccess: ({ id }) => {
                dropDraft()
                flashOnNextPage(paths.measure(personId, id), t('saved'))
                void navigate(paths.measure(personId, id))
              },
              onError: (error) => fields.fail(refusalOf(error, instrument, values)),
            },
          )
        }}
      >
        <MeasureFields
          instrument={instrument}
          fields={fields}
          goals={setsGoals ? undefined : baseline?.goals}
          first={!baseline}
        />
        <Button busy={busy}>{t('form.save')}</Button>
      </form>
    </Page>
  )
}
