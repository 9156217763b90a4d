import { useQuery, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Sentence } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { classes } from '../../govuk/classes'
import { Details } from '../../govuk/details'
import { readDraft } from '../../page/draft'
import { faultErrors, formErrors, useForm } from '../../page/form'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useStatusMessage } from '../../page/status-message'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'
import { useNumberedPages } from '../day-sheet/numbered-pages'
import { personQuery } from '../person/queries'
import { FormatOfPerson, usePrintSize } from './letter-format'
import { aboutMeQuery, communicationQuery, useAddSentence, useChangeSentence } from './queries'
import { SentenceActions, TakenAway } from './sentence-actions'
import { SentenceFields } from './sentence-fields'
import {
  detailsOf,
  formOf,
  newForm,
  sentenceFaults,
  type AboutMeDraft,
  type Editing,
  type SentenceForm,
} from './sentence-form'
import { Sentences } from './sentences'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'conversation:write')
    const personId = pathParam(args, 'personId')
    // The page opens in the standard size if the person's format cannot be read.
    const format = client.fetchQuery(communicationQuery(personId)).catch(() => undefined)
    await Promise.all([
      client.fetchQuery(personQuery(personId)),
      client.fetchQuery({ ...aboutMeQuery(personId), staleTime: 0 }),
      format,
    ])
    return (await readDraft(args.request)) ?? null
  },
  shouldRevalidate: () => false,
  Component: AboutMePage,
})

const IDS = { saidOn: 'saidOn-day' }

/** About me as its own page: to write, to change, and to print for the person. */
function AboutMePage() {
  const { t } = useTranslation(['about-me', 'letter', 'common'])
  const personId = pathParam({ params: useParams() }, 'personId')
  const { name } = useSuspenseQuery(personQuery(personId)).data.person
  const { data: sentences } = useSuspenseQuery(aboutMeQuery(personId))
  const client = useQueryClient()
  const draft = useFormDraft<AboutMeDraft>('sentence')
  const [editing, setEditing] = useState<Editing | undefined>(draft?.editing)
  const [theirs, setTheirs] = useState<string>()
  const form = useForm<SentenceForm, string>(draft?.form ?? newForm('matters'))
  const add = useAddSentence(personId)
  const change = useChangeSentence(personId)
  const { size, setSize } = usePrintSize(useQuery(communicationQuery(personId)).data?.communication)
  const { say, banner } = useStatusMessage()
  useNumberedPages()
  useKeptForm('sentence', editing && ({ editing, form: form.values } satisfies AboutMeDraft))

  function open(values: SentenceForm, next: Editing) {
    form.fail([])
    form.change(values)
    setTheirs(undefined)
    setEditing(next)
  }

  function done(said: string) {
    setEditing(undefined)
    setTheirs(undefined)
    say(said)
  }

  async function send({ sentenceId, version }: Editing) {
    if (form.fail(faultErrors('about-me', sentenceFaults(form.values), IDS))) return
    const details = detailsOf(form.values)
    try {
      if (sentenceId) await change.mutateAsync({ sentenceId, version, change: { details, takenAway: false } })
      else await add.mutateAsync(details)
      done(t(sentenceId ? 'about-me:done.changed' : 'about-me:done.added'))
    } catch (refused) {
      if (sentenceId && refused instanceof Problem && refused.status === 412) await showTheirs(sentenceId)
      else form.fail(formErrors(refused, 'about-me:error', IDS))
    }
  }

  /** Shows what another member of staff wrote. What was typed stays, and the next save replaces theirs. */
  async function showTheirs(sentenceId: string) {
    const now = await client.fetchQuery({ ...aboutMeQuery(personId), staleTime: 0 }).catch(() => sentences)
    const current = now.find(({ id }) => id === sentenceId)
    if (current) {
      setTheirs(current.details.text)
      setEditing({ sentenceId, version: current.version })
    }
    form.fail([{ text: t('about-me:error.stale') }])
  }

  const fields = (now: Editing) => (
    <SentenceFields
      {...{ form, name, theirs }}
      busy={add.isPending || change.isPending}
      button={t('about-me:save')}
      onSend={() => void send(now)}
      onCancel={() => setEditing(undefined)}
    />
  )
  const away = sentences.filter(({ takenAway }) => takenAway)
  const after = (sentence: Sentence) =>
    editing?.sentenceId === sentence.id ? (
      fields(editing)
    ) : (
      <SentenceActions
        key={sentence.version}
        {...{ sentence, name }}
        onChange={() => open(formOf(sentence.details), { sentenceId: sentence.id, version: sentence.version })}
        onDone={done}
      />
    )
  return (
    <Page
      heading={t('about-me:about', { name })}
      back={{ href: paths.person(personId), text: t('about-me:back') }}
      wide
      wrong={form.wrong}
    >
      <div className="not-printed">
        {banner}
        <FormatOfPerson personId={personId} name={name} />
        <Radios
          name="size"
          legend={{ text: t('letter:size.legend'), className: 'govuk-fieldset__legend--s' }}
          className="govuk-radios--inline"
          value={size}
          onChange={setSize}
          items={(['standard', 'large'] as const).map((each) => ({ value: each, text: t(`letter:size.${each}`) }))}
        />
        <Button type="button" onClick={() => window.print()}>
          {t('common:button.print')}
        </Button>
        <p className="govuk-body-s">{t('letter:asPdf')}</p>
      </div>
      <article
        className={classes('letter', size === 'large' && 'letter--large')}
        aria-label={t('about-me:sheet', { name })}
      >
        <p className="letter__council only-printed">{t('about-me:about', { name })}</p>
        <Sentences
          {...{ name, sentences, after }}
          level={2}
          end={(heading) =>
            editing && !editing.sentenceId && form.values.heading === heading ? (
              fields(editing)
            ) : (
              <button
                type="button"
                className="btn btn--quiet not-printed"
                onClick={() => open(newForm(heading), { version: 0 })}
              >
                {t('about-me:add', { heading: t(`about-me:heading.${heading}`) })}
              </button>
            )
          }
        />
      </article>
      {away.length > 0 && (
        <Details className="not-printed" summary={t('about-me:away', { count: away.length })}>
          <ul className="govuk-list">
            {away.map((sentence) => (
              <TakenAway key={sentence.id} {...{ sentence, name }} onDone={done} />
            ))}
          </ul>
        </Details>
      )}
    </Page>
  )
}
