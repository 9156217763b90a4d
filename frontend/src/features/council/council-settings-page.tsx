import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { CouncilRecord } from '../../api/types'
import { CouncilFields, settingsOf, type SettingsForm } from './council-fields'
import { councilRecordQuery, useChangeSettings } from './queries'
import { Button } from '../../govuk/button'
import { SummaryList } from '../../govuk/summary-list'
import { useEditedVersion } from '../../page/edited-version'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { flashOnNextPage } from '../../page/flash-message'
import { requireActing, pathParam } from '../../page/guards'
import type { CouncilNews } from './council-news'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    // Never from the cache: an edit starts from the current state.
    return client.fetchQuery({ ...councilRecordQuery(pathParam(args, 'councilId')), staleTime: 0 })
  },
  shouldRevalidate: () => false,
  Component: CouncilSettings,
})

function formOf(council: CouncilRecord): SettingsForm {
  return {
    name: council.name,
    talkingPoint: council.talkingPoint,
    contactPhone: council.contactPhone ?? '',
    contactEmail: council.contactEmail ?? '',
  }
}

const FIELDS = ['name', 'talkingPoint', 'contactPhone', 'contactEmail'] as const

function CouncilSettings() {
  const { t } = useTranslation('council')
  const loaded = useLoaderData<{ council: CouncilRecord; tag: string }>()
  const { council } = loaded
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm(() => formOf(council))
  const change = useSendOnce(useChangeSettings(council.id))
  const version = useEditedVersion(loaded, {
    read: () => client.fetchQuery({ ...councilRecordQuery(council.id), staleTime: 0 }),
    fail: (errors) => form.fail(errors.map(({ text }) => ({ text }))),
    changed: { text: t('settings.changed') },
  })
  const theirs = version.theirs && formOf(version.theirs.council)
  const path = paths.council(council.id)

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(form.values.name.trim() ? [] : [{ field: 'name', text: t('error.name.NotBlank') }])) return
    const settings = settingsOf(form.values)
    change.send(
      { settings: { talkingPoint: council.talkingPoint, ...settings }, tag: version.base.tag },
      {
        onSuccess: () => {
          flashOnNextPage(path, { heading: t('one.settingsSaved') } satisfies CouncilNews)
          void navigate(path, { replace: true })
        },
        onError: (error) => {
          if (version.takes(error)) return
          if (error instanceof Problem && error.type === 'name-taken') {
            form.fail([{ field: 'name', text: t('error.name.taken') }])
          } else form.fail(formErrors(error, 'council:error'))
        },
      },
    )
  }

  const different = theirs ? FIELDS.filter((field) => theirs[field] !== form.values[field]) : []
  const label = {
    name: 'one.name',
    talkingPoint: 'one.talkingPoint',
    contactPhone: 'one.phone',
    contactEmail: 'one.email',
  } as const
  return (
    <Page heading={t('settings.heading', { name: council.name })} back={{ href: path }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {theirs && different.length > 0 && (
        <section className="card">
          <SummaryList
            className="govuk-summary-list--no-border"
            rows={different.map((field) => ({
              key: t(label[field]),
              value: theirs[field] ? t('settings.theirs', { value: theirs[field] }) : t('settings.theirsEmpty'),
            }))}
          />
        </section>
      )}
      <form noValidate onSubmit={send}>
        <CouncilFields text={form.text} error={form.error} />
        <Button busy={change.busy}>{t(change.busy ? 'settings.saving' : 'settings.save')}</Button>
      </form>
    </Page>
  )
}
