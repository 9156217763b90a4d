import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { EvidenceDraft } from '../../api/types'
import { Button } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
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
import { draftQuery, useWriteSection, type Section } from './queries'

interface Loaded {
  saved: EvidenceDraft
  typed: { text: string } | undefined
}

async function draftNow(client: QueryClient): Promise<EvidenceDraft> {
  const draft = await client.fetchQuery(draftQuery())
  if (!draft) throw new Problem(404, {})
  return draft
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<Loaded> => {
    await requireAuthority(client, 'figures:write')
    // Never from the cache: an edit starts from the current version.
    const saved = await draftNow(client)
    if (textOf(saved, pathParam(args, 'section')) === undefined) throw new Problem(404, {})
    return { saved, typed: (await readDraft(args.request)) as { text: string } | undefined }
  },
  shouldRevalidate: () => false,
  Component: SectionPage,
})

function textOf({ content }: EvidenceDraft, name: string): string | undefined {
  return content.sections.find(({ section }) => section === name)?.text
}

const LONGEST = 20_000

/** The form in which a lead writes one section of the draft. */
function SectionPage() {
  const { t } = useTranslation('evidence')
  const section = pathParam({ params: useParams() }, 'section') as Section
  const { saved, typed } = useLoaderData<Loaded>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm<{ text: string }, string>(typed ?? { text: textOf(saved, section) ?? '' })
  const write = useSendOnce(useWriteSection(section))
  const version = useEditedVersion(saved, {
    read: () => draftNow(client),
    fail: form.fail,
    changed: { text: t('error.stale'), field: 'different' },
  })
  const { values } = form
  const sent = useKeptDraft(values.text === textOf(saved, section) ? undefined : values)
  const name = t(`section.${section}`)

  function save(event: FormEvent) {
    event.preventDefault()
    if (form.fail(values.text.length > LONGEST ? [{ field: 'text', text: t('error.text.other') }] : [])) return
    write.send(
      { text: values.text.trim(), version: version.base.version },
      {
        onSuccess: () => {
          sent()
          flashOnNextPage(paths.evidenceDraft, t('draft.saved', { name }))
          void navigate(paths.evidenceDraft, { replace: true })
        },
        onError: (error) => {
          if (!version.takes(error)) form.fail(formErrors(error, 'evidence:error'))
        },
      },
    )
  }

  return (
    <Page heading={name} back={{ href: paths.evidenceDraft, text: t('draft.heading') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {version.theirs && (
        <ConflictTable details={[{ name, theirs: textOf(version.theirs, section) ?? '', mine: values.text }]} />
      )}
      <form noValidate onSubmit={save}>
        <Textarea
          {...form.text('text')}
          label={{ text: t(`help.${section}`) }}
          hint={t('draft.textHint')}
          error={form.error('text')}
          rows={15}
        />
        <Button busy={write.busy}>{t('draft.save')}</Button>
      </form>
    </Page>
  )
}
