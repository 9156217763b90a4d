import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Instrument, Measure } from '../../api/types'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { InsetText } from '../../govuk/inset-text'
import { readDraft } from '../../page/draft'
import { useEditedVersion } from '../../page/edited-version'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, useForm } from '../../page/form'
import { pathParam } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { useKeptDraft } from '../../page/use-kept-draft'
import { plainDate } from '../../text/dates'
import { AnswersInWords } from './answers-in-words'
import { instrumentOf, loadMeasures, measureOf, useMeasures } from './loaded'
import { MeasureFields } from './measure-fields'
import { faultsOf, formOf, refusalOf, requestOf, type MeasureForm } from './measure-form'
import { measuresQuery, useCorrectMeasure } from './queries'

/** A correction that was typed and not sent, as it comes back after a reload, with the version that it replaces. */
interface CorrectionDraft {
  values: MeasureForm
  base: Measure
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<CorrectionDraft | null> => {
    await loadMeasures(client, pathParam(args, 'personId'))
    return ((await readDraft(args.request)) as CorrectionDraft | undefined) ?? null
  },
  Component: CorrectPage,
})

function CorrectPage() {
  const { person, instruments, measures } = useMeasures()
  const measure = measureOf(measures, pathParam({ params: useParams() }, 'measureId'))
  return (
    <Correction
      key={measure.id}
      measure={measure}
      instrument={instrumentOf(instruments, measure.instrument)}
      name={person.name}
    />
  )
}

/** Puts answers right for a reason, beginning with what is recorded. */
function Correction({ measure, instrument, name }: { measure: Measure; instrument: Instrument; name: string }) {
  const { t } = useTranslation(['measure', 'common'])
  const client = useQueryClient()
  const { personId, id } = measure
  const draft = useLoaderData<CorrectionDraft | null>()
  const fields = useForm<MeasureForm, string>(
    () =>
      draft?.values ?? {
        ...formOf(instrument, measure),
        ...(!measure.baseline && { goals: formOf(instrument, measure).goals }),
      },
  )
  const edited = useEditedVersion(draft?.base ?? measure, {
    read: async () => measureOf(await client.fetchQuery(measuresQuery(personId)), id),
    fail: fields.fail,
    changed: { text: t('measure:correct.changed') },
  })
  const { busy, send } = useSendOnce(useCorrectMeasure(measure))
  const navigate = useNavigate()
  const dropDraft = useKeptDraft({ values: fields.values, base: edited.base })
  const setsGoals = instrument.form === 'goals' && measure.baseline
  return (
    <Page
      heading={t('measure:correct.heading')}
      caption={t('measure:answers.caption', { name, date: plainDate(measure.day) })}
      back={{ href: paths.measure(personId, id) }}
      wrong={fields.wrong}
    >
      <FormSummary errors={fields.errors} />
      {edited.theirs && (
        <InsetText>
          <h2 className="govuk-heading-s">{t('common:theirs.theirs')}</h2>
          <AnswersInWords instrument={instrument} goals={edited.theirs.goals} answers={edited.theirs.answers} />
        </InsetText>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const { values } = fields
          if (fields.fail(faultsOf(instrument, values, { setsGoals, corrects: true }))) return
          send(
            {
              version: edited.base.version,
              body: { ...requestOf(instrument, values, setsGoals), reason: values.reason.trim() },
            },
            {
              onSuccess: () => {
                dropDraft()
                flashOnNextPage(paths.measure(personId, id), t('measure:corrected'))
                void navigate(paths.measure(personId, id))
              },
              onError: (error) => {
                if (!edited.takes(error)) fields.fail(refusalOf(error, instrument, values))
              },
            },
          )
        }}
      >
        <MeasureFields
          instrument={instrument}
          fields={fields}
          goals={setsGoals ? undefined : measure.goals}
          first={measure.baseline}
        />
        <Input
          label={{ text: t('measure:form.reason'), className: 'govuk-label--s' }}
          error={fields.error('reason')}
          maxLength={500}
          autoComplete="off"
          {...fields.text('reason')}
        />
        <Button busy={busy}>{t('measure:correct.save')}</Button>
      </form>
    </Page>
  )
}
