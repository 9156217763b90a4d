import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import type { BlueprintDecisions, BlueprintDifference } from '../../api/types'
import { blueprintQuery, useDecide } from './queries'
import { ElementSource, ElementValue } from './value'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { InsetText } from '../../govuk/inset-text'
import { Tag } from '../../govuk/tag'
import { Textarea } from '../../govuk/textarea'
import { FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { reasonFault } from '../../page/reason'
import { useSendOnce } from '../../page/send-once'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireAuthority(client, 'blueprint:write')
    return client.fetchQuery({ ...blueprintQuery(), staleTime: 0 })
  },
  shouldRevalidate: () => false,
  Component: Differences,
})

interface Choices {
  decisions: Record<string, string>
  notes: Record<string, string>
}

const COLOURS = { added: 'green', changed: 'blue', removed: 'grey' }

/** An id for the page, without the dots that a selector would take for something else. */
const fieldOf = (kind: 'decision' | 'note', element: string) => `${kind}-${element.replaceAll('.', '-')}`

function Differences() {
  const { t } = useTranslation('blueprint')
  const { data: blueprint } = useSuspenseQuery(blueprintQuery())
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm<Choices, string>({ decisions: {}, notes: {} })
  const decide = useSendOnce(useDecide())
  const { version, differences } = blueprint
  const { decisions, notes } = form.values
  const chosen = differences.filter(({ element }) => decisions[element])

  function faults(): FormError<string>[] {
    const first = differences[0]
    if (chosen.length === 0 && first) {
      return [{ field: fieldOf('decision', first.element), text: t('error.nothing') }]
    }
    return chosen.flatMap(({ element, title }) => {
      const fault = reasonFault(notes[element] ?? '', 500)
      if (!fault) return []
      return [
        { field: fieldOf('note', element), text: t(fault === 'empty' ? 'error.why' : 'error.whyLong', { title }) },
      ]
    })
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    const body: BlueprintDecisions = {
      version,
      decisions: chosen.map(({ element }) => ({
        element,
        decision: decisions[element] as 'take' | 'keep',
        note: notes[element]?.trim() ?? '',
      })),
    }
    decide.send(body, {
      onSuccess: () => {
        flashOnNextPage(paths.blueprint, t('differences.saved', { count: chosen.length }))
        void navigate(paths.blueprint)
      },
      onError: (error) => {
        if (error instanceof Problem && error.type === 'blueprint-moved-on') {
          void client.invalidateQueries(blueprintQuery())
          form.fail([{ text: t('error.movedOn') }])
        } else form.fail([{ text: problemText(error) }])
      },
    })
  }

  return (
    <Page
      heading={t('differences.heading', { version })}
      caption={blueprint.name}
      back={{ href: paths.blueprint, text: t('back') }}
      wrong={form.wrong}
      wide
    >
      <FormSummary errors={form.errors} />
      {differences.length === 0 ? (
        <InsetText>{t('differences.none', { version })}</InsetText>
      ) : (
        <form noValidate onSubmit={send}>
          <p className="govuk-body">{t('differences.intro')}</p>
          {differences.map((difference) => (
            <section className="card" key={difference.element}>
              <h2 className="govuk-heading-m">
                {difference.title}{' '}
                <Tag className={`govuk-tag--${COLOURS[difference.kind]}`}>
                  {t(`differences.kind.${difference.kind}`)}
                </Tag>
              </h2>
              <div className="versions">
                <div>
                  <h3 className="govuk-heading-s">{t('differences.ours')}</h3>
                  <Side value={difference.ours} title={difference.title} />
                </div>
                <div>
                  <h3 className="govuk-heading-s">{t('differences.offered', { version })}</h3>
                  <Side value={difference.offered} title={difference.title} />
                  <Source difference={difference} sources={blueprint.sources} />
                </div>
              </div>
              <Radios
                name={fieldOf('decision', difference.element)}
                className="govuk-radios--small"
                legend={{ text: t('differences.what'), className: 'govuk-fieldset__legend--s' }}
                value={decisions[difference.element] ?? ''}
                onChange={(value) => form.set('decisions')({ ...decisions, [difference.element]: value })}
                error={form.error(fieldOf('decision', difference.element))}
                items={[
                  { value: 'take', text: t(`differences.take.${difference.kind}`) },
                  { value: 'keep', text: t(`differences.keep.${difference.kind}`) },
                ]}
              />
              <Textarea
                name={fieldOf('note', difference.element)}
                label={{ text: t('differences.why'), className: 'govuk-label--s' }}
                hint={t('differences.whyHint')}
                rows={2}
                value={notes[difference.element] ?? ''}
                onChange={(event) => form.set('notes')({ ...notes, [difference.element]: event.target.value })}
                error={form.error(fieldOf('note', difference.element))}
              />
            </section>
          ))}
          <Button busy={decide.busy}>{t(decide.busy ? 'differences.saving' : 'differences.save')}</Button>
        </form>
      )}
    </Page>
  )
}

function Side({ value, title }: { value: BlueprintDifference['ours']; title: string }) {
  const { t } = useTranslation('blueprint')
  return value ? <ElementValue value={value} title={title} /> : <p className="govuk-body">{t('differences.nothing')}</p>
}

function Source({
  difference: { source, provenance, note },
  sources,
}: {
  difference: BlueprintDifference
  sources: Parameters<typeof ElementSource>[0]['sources']
}) {
  if (!source || !provenance) return null
  return <ElementSource element={{ source, provenance, ...(note ? { note } : {}) }} sources={sources} />
}
