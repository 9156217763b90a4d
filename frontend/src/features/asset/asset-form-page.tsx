import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Asset } from '../../api/types'
import { Button } from '../../govuk/button'
import { ConflictTable } from '../../page/conflict-table'
import { readDraft } from '../../page/draft'
import { useEditedVersion } from '../../page/edited-version'
import { flashOnNextPage } from '../../page/flash-message'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { useKeptDraft } from '../../page/use-kept-draft'
import { plainDate } from '../../text/dates'
import { AssetFields } from './asset-fields'
import { assetFaults, detailsOf, EMPTY_ASSET, formOf, TEXTS, type AssetForm } from './asset-form'
import { assetToEditQuery, hubNamesQuery, useAddAsset, useChangeAsset } from './queries'

export const newPage = (client: QueryClient) => ({
  loader: async ({ request }: LoaderFunctionArgs): Promise<AssetForm | null> => {
    await requireAuthority(client, 'asset:write')
    return ((await readDraft(request)) as AssetForm | undefined) ?? null
  },
  Component: NewAsset,
})

interface Saved {
  asset: Asset
  tag: string
}

/** An edit that was typed and not saved, as it comes back after a reload, with the version that it replaces. */
interface EditDraft {
  values: AssetForm
  base: Saved
}

export const editPage = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<EditDraft> => {
    await requireAuthority(client, 'asset:write')
    const [draft, base] = await Promise.all([
      readDraft(args.request),
      client.fetchQuery(assetToEditQuery(pathParam(args, 'assetId'))),
    ])
    return (draft as EditDraft | undefined) ?? { values: formOf(base.asset.details), base }
  },
  // What is typed must outlive a change of parameters only.
  shouldRevalidate: () => false,
  Component: EditAsset,
})

function useAssetForm(start: AssetForm) {
  const { t } = useTranslation('asset')
  const form = useForm<AssetForm, string>(start)
  return {
    form,
    right(): boolean {
      return !form.fail(faultErrors('asset', assetFaults(form.values)))
    },
    refused(error: unknown) {
      if (error instanceof Problem && error.type === 'asset-exists') {
        form.fail([{ field: 'name', text: t('error.exists') }])
      } else {
        const ids = Object.fromEntries(TEXTS.map((field) => [`details.${field}`, field]))
        form.fail(formErrors(error, 'asset:error', { ...ids, checkedOn: 'checkedOn-day' }))
      }
    },
  }
}

function NewAsset() {
  const { t } = useTranslation('asset')
  const navigate = useNavigate()
  const { form, right, refused } = useAssetForm(useLoaderData<AssetForm | null>() ?? EMPTY_ASSET)
  const dropDraft = useKeptDraft(form.values)
  const add = useSendOnce(useAddAsset())

  function save(event: FormEvent) {
    event.preventDefault()
    if (!right()) return
    add.send(detailsOf(form.values), {
      onSuccess: ({ details }) => {
        dropDraft()
        flashOnNextPage(paths.assets, t('new.done', { name: details.name }))
        void navigate(paths.assets)
      },
      onError: refused,
    })
  }

  return (
    <Page heading={t('new.heading')} caption={t('heading')} back={{ href: paths.assets }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={save}>
        <AssetFields values={form.values} set={form.set} error={form.error} />
        <Button busy={add.busy}>{t('new.save')}</Button>
      </form>
    </Page>
  )
}

function EditAsset() {
  const { t } = useTranslation('asset')
  const start = useLoaderData<EditDraft>()
  const { asset } = start.base
  const client = useQueryClient()
  const navigate = useNavigate()
  const { form, right, refused } = useAssetForm(start.values)
  const change = useSendOnce(useChangeAsset(asset.id))
  const version = useEditedVersion(start.base, {
    read: () => client.fetchQuery(assetToEditQuery(asset.id)),
    fail: form.fail,
    changed: { text: t('changedByOther'), field: 'different' },
  })
  const { theirs, base } = version
  const dropDraft = useKeptDraft({ values: form.values, base })
  const inWords = useInWords()

  function send(active: boolean, done: 'edit.done' | 'off.done' | 'back.done') {
    if (!right()) return
    change.send(
      { details: detailsOf(form.values), active, tag: base.tag },
      {
        onSuccess: ({ details }) => {
          dropDraft()
          flashOnNextPage(paths.assets, t(done, { name: details.name }))
          void navigate(paths.assets, { replace: true })
        },
        onError: (error) => {
          if (!version.takes(error)) refused(error)
        },
      },
    )
  }

  function save(event: FormEvent) {
    event.preventDefault()
    send(base.asset.active, 'edit.done')
  }

  const { active } = base.asset
  return (
    <Page heading={t('edit.heading', { name: asset.details.name })} back={{ href: paths.assets }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {theirs && <ConflictTable details={differences(inWords(formOf(theirs.asset.details)), inWords(form.values))} />}
      {!active && <p className="govuk-body">{t('off.note')}</p>}
      <form noValidate onSubmit={save}>
        <AssetFields values={form.values} set={form.set} error={form.error} />
        <div className="govuk-button-group">
          <Button busy={change.busy}>{t('edit.save')}</Button>
          <Button
            type="button"
            className="govuk-button--secondary"
            onClick={() => (active ? send(false, 'off.done') : send(true, 'back.done'))}
          >
            {t(active ? 'off.button' : 'back.button')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** The details of an asset in words, for a comparison. */
function useInWords() {
  const { t } = useTranslation('asset')
  const hubs = useQuery(hubNamesQuery()).data ?? []
  return (form: AssetForm): [string, string][] => {
    const { checkedOn, hubId } = detailsOf(form)
    return [
      ...TEXTS.map((field): [string, string] => [t(`field.${field}`), form[field]]),
      [t('field.hubId'), hubs.find(({ id }) => id === hubId)?.name ?? ''],
      [t('field.checkedOn'), checkedOn ? plainDate(checkedOn) : ''],
    ]
  }
}

function differences(theirs: [string, string][], mine: [string, string][]) {
  return mine.map(([name, text], at) => ({ name, theirs: theirs[at]?.[1] ?? '', mine: text }))
}
