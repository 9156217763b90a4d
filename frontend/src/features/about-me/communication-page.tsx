import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import type { Communication } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { dayOf, isEmpty, NO_DATE, partsOf, type DateParts } from '../../govuk/date-parts'
import { DateInput } from '../../govuk/date-input'
import { ConflictTable } from '../../page/conflict-table'
import { readDraft } from '../../page/draft'
import { useEditedVersion } from '../../page/edited-version'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { useKeptDraft } from '../../page/use-kept-draft'
import { isDay, plainDate, today } from '../../text/dates'
import { personQuery } from '../person/queries'
import { FORMATS } from './letter-format'
import { communicationQuery, useChangeCommunication } from './queries'

interface CommunicationForm {
  letterFormat: string
  reviewOn: DateParts
}

interface Loaded {
  saved: { communication: Communication; tag: string }
  draft?: CommunicationForm | undefined
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<Loaded> => {
    await requireAuthority(client, 'person:write')
    const personId = pathParam(args, 'personId')
    await client.fetchQuery(personQuery(personId))
    // Never from the cache: an edit starts from the current state.
    const saved = await client.fetchQuery({ ...communicationQuery(personId), staleTime: 0 })
    return { saved, draft: (await readDraft(args.request)) as CommunicationForm | undefined }
  },
  shouldRevalidate: () => false,
  Component: CommunicationPage,
})

const IDS = { reviewOn: 'reviewOn-day' }

function formOf({ letterFormat, reviewOn }: Communication): CommunicationForm {
  return { letterFormat: letterFormat ?? '', reviewOn: reviewOn ? partsOf(reviewOn) : NO_DATE }
}

/** How a person gets letters, and when the communication needs are reviewed. */
function CommunicationPage() {
  const { t } = useTranslation('about-me')
  const personId = pathParam({ params: useParams() }, 'personId')
  const { name } = useSuspenseQuery(personQuery(personId)).data.person
  const { saved, draft } = useLoaderData<Loaded>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm<CommunicationForm, string>(draft ?? formOf(saved.communication))
  const change = useSendOnce(useChangeCommunication(personId))
  const version = useEditedVersion(saved, {
    read: () => client.fetchQuery({ ...communicationQuery(personId), staleTime: 0 }),
    fail: form.fail,
    changed: { text: t('error.staleFormat'), field: 'different' },
  })
  const { values } = form
  const isTyped = JSON.stringify(values) !== JSON.stringify(formOf(saved.communication))
  const sent = useKeptDraft(isTyped ? values : undefined)
  const path = paths.person(personId)
  const reviewOn = isEmpty(values.reviewOn) ? undefined : dayOf(values.reviewOn)

  function faults() {
    if (reviewOn === undefined) return []
    if (!isDay(reviewOn)) return [{ field: IDS.reviewOn, text: t('error.reviewDay') }]
    const isKept = reviewOn === version.base.communication.reviewOn
    return reviewOn < today() && !isKept ? [{ field: IDS.reviewOn, text: t('error.reviewOn.other') }] : []
  }

  function save(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    const format = FORMATS.find((each) => each === values.letterFormat)
    change.send(
      { body: { ...(format && { letterFormat: format }), ...(reviewOn && { reviewOn }) }, tag: version.base.tag },
      {
        onSuccess: () => {
          sent()
          flashOnNextPage(path, t('done.format'))
          void navigate(path, { replace: true })
        },
        onError: (error) => {
          if (!version.takes(error)) form.fail(formErrors(error, 'about-me:error', IDS))
        },
      },
    )
  }

  const inWords = ({ letterFormat, reviewOn: day }: Communication) => ({
    format: t(`format.${letterFormat ?? 'unknown'}`),
    day: day ? plainDate(day) : '',
  })
  const theirs = version.theirs && inWords(version.theirs.communication)
  return (
    <Page heading={t('communication.page', { name })} back={{ href: path, text: t('back') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {theirs && (
        <ConflictTable
          details={[
            {
              name: t('field.format'),
              theirs: theirs.format,
              mine: t(`format.${FORMATS.find((each) => each === values.letterFormat) ?? 'unknown'}`),
            },
            {
              name: t('field.reviewOn'),
              theirs: theirs.day,
              mine: reviewOn && isDay(reviewOn) ? plainDate(reviewOn) : '',
            },
          ]}
        />
      )}
      <form noValidate onSubmit={save}>
        <Radios
          name="letterFormat"
          legend={{ text: t('field.format') }}
          hint={t('field.formatHint', { name })}
          value={values.letterFormat}
          onChange={form.set('letterFormat')}
          items={[
            ...FORMATS.map((value) => ({ value, text: t(`format.${value}`) })),
            { value: '', text: t('format.unknown') },
          ]}
        />
        <DateInput
          id="reviewOn"
          namePrefix="reviewOn"
          legend={{ text: t('field.reviewOn') }}
          hint={t('field.reviewOnHint')}
          error={form.error(IDS.reviewOn)}
          value={values.reviewOn}
          onChange={form.set('reviewOn')}
        />
        <Button busy={change.busy}>{t('save')}</Button>
      </form>
    </Page>
  )
}
