import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Hub } from '../../api/types'
import { useHubDetails } from './hub-details'
import { HubFields } from './hub-fields'
import { EMPTY_HUB, formOf, hubFaults, hubOf, type HubForm } from './hub-form'
import { hubToEditQuery, useAddHub, useChangeHub } from './queries'
import { Button } from '../../govuk/button'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { ConflictTable } from '../../page/conflict-table'
import { useEditedVersion } from '../../page/edited-version'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority, pathParam } from '../../page/guards'
import { paths } from '../../page/paths'

/** The fields of the page by the names that the service uses. */
const FIELD_IDS: Record<string, string> = { openingHours: 'hours-monday' }

export const newPage = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'hub:write'),
  Component: NewHub,
})

export const editPage = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'hub:write')
    return client.fetchQuery(hubToEditQuery(pathParam(args, 'hubId')))
  },
  // What is typed must outlive a change of parameters only.
  shouldRevalidate: () => false,
  Component: EditHub,
})

function useHubForm(start: HubForm) {
  const { t } = useTranslation('hub')
  const form = useForm<HubForm, string>(start)
  return {
    form,
    right(): boolean {
      return !form.fail(faultErrors('hub', hubFaults(form.values)))
    },
    refused(error: unknown) {
      if (error instanceof Problem && error.type === 'hub-exists') {
        form.fail([{ field: 'name', text: t('error.exists') }])
      } else form.fail(formErrors(error, 'hub:error', FIELD_IDS))
    },
  }
}

function NewHub() {
  const { t } = useTranslation('hub')
  const navigate = useNavigate()
  const { form, right, refused } = useHubForm(EMPTY_HUB)
  const add = useSendOnce(useAddHub())

  function save(event: FormEvent) {
    event.preventDefault()
    if (!right()) return
    add.send(hubOf(form.values), {
      onSuccess: (hub) => {
        flashOnNextPage(paths.hub(hub.id), t('new.done', { name: hub.name }))
        void navigate(paths.hub(hub.id))
      },
      onError: refused,
    })
  }

  return (
    <Page
      heading={t('new.heading')}
      caption={t('heading')}
      title={t('new.title')}
      back={{ href: paths.hubs }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={save}>
        <HubFields values={form.values} set={form.set} error={(field) => form.error(field)} />
        <Button busy={add.busy}>{t(add.busy ? 'new.saving' : 'new.save')}</Button>
      </form>
    </Page>
  )
}

function EditHub() {
  const { t } = useTranslation('hub')
  const loaded = useLoaderData<{ hub: Hub; tag: string }>()
  const { hub } = loaded
  const client = useQueryClient()
  const navigate = useNavigate()
  const { form, right, refused } = useHubForm(formOf(hub))
  const change = useSendOnce(useChangeHub(hub.id))
  const version = useEditedVersion(loaded, {
    read: () => client.fetchQuery(hubToEditQuery(hub.id)),
    fail: form.fail,
    changed: { text: t('changedByOther'), field: 'different' },
  })
  const { theirs } = version
  const detailsIn = useHubDetails()
  const path = paths.hub(hub.id)

  function save(event: FormEvent) {
    event.preventDefault()
    if (!right()) return
    change.send(
      { hub: hubOf(form.values), tag: version.base.tag },
      {
        onSuccess: () => {
          flashOnNextPage(path, t('edit.done'))
          void navigate(path, { replace: true })
        },
        onError: (error) => {
          if (!version.takes(error)) refused(error)
        },
      },
    )
  }

  return (
    <Page heading={t('edit.heading', { name: hub.name })} back={{ href: path }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {theirs && <ConflictTable details={detailsIn(formOf(theirs.hub), form.values)} />}
      <form noValidate onSubmit={save}>
        <HubFields values={form.values} set={form.set} error={(field) => form.error(field)} />
        <Button busy={change.busy}>{t(change.busy ? 'edit.saving' : 'edit.save')}</Button>
      </form>
    </Page>
  )
}
