import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { blueprintQuery, useAdopt } from './queries'
import { Button } from '../../govuk/button'
import { Checkboxes } from '../../govuk/choices'
import { InsetText } from '../../govuk/inset-text'
import { FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireAuthority(client, 'blueprint:write')
    return client.ensureQueryData({ ...blueprintQuery(), revalidateIfStale: true })
  },
  Component: AdoptBlueprint,
})

function AdoptBlueprint() {
  const { t } = useTranslation('blueprint')
  const { data: blueprint } = useSuspenseQuery(blueprintQuery())
  const navigate = useNavigate()
  const rest = blueprint.parts.filter((part) => !part.adopted)
  const form = useForm<{ parts: string[] }>(() => ({ parts: rest.map((part) => part.id) }))
  const adopt = useSendOnce(useAdopt())

  function send(event: FormEvent) {
    event.preventDefault()
    const { parts } = form.values
    if (form.fail(parts.length === 0 ? [{ field: 'parts', text: t('error.parts') }] : [])) return
    adopt.send(
      { version: blueprint.version, parts },
      {
        onSuccess: () => {
          flashOnNextPage(paths.blueprint, t('adopted'))
          void navigate(paths.blueprint)
        },
        onError: (error) => form.fail([{ text: problemText(error) }]),
      },
    )
  }

  return (
    <Page
      heading={t('ask.heading')}
      caption={t('caption', { name: blueprint.name, version: blueprint.version })}
      back={{ href: paths.blueprint, text: t('back') }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      {rest.length === 0 ? (
        <InsetText>{t('ask.all')}</InsetText>
      ) : (
        <form noValidate onSubmit={send}>
          <Checkboxes
            name="parts"
            legend={{ text: t('ask.parts'), className: 'govuk-fieldset__legend--s' }}
            hint={t('ask.hint')}
            items={rest.map((part) => ({ value: part.id, text: part.title, hint: part.about }))}
            values={form.values.parts}
            onChange={form.set('parts')}
            error={form.error('parts')}
          />
          <Button busy={adopt.busy}>{t(adopt.busy ? 'adopting' : 'ask.adopt')}</Button>
        </form>
      )}
    </Page>
  )
}
