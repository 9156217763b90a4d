import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { redirect, useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { Letter } from '../../api/types'
import { Button } from '../../govuk/button'
import { Checkboxes, Radios } from '../../govuk/choices'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { useStatusMessage } from '../../page/status-message'
import { listOf, plainDate } from '../../text/dates'
import { FormatOfPerson, usePrintSize } from '../about-me/letter-format'
import { communicationQuery } from '../about-me/queries'
import { conclusionQuery } from '../conclusion/conclusion-queries'
import { conversationQuery } from '../conversation/queries'
import { useNumberedPages } from '../day-sheet/numbered-pages'
import { Copies } from './copies'
import { LetterSheet } from './letter-sheet'
import { PartEditor } from './part-editor'
import { partHeading } from './part-heading'
import { letterQuery, useChangeLetter } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'conversation:write')
    const conversationId = pathParam(args, 'conversationId')
    const personId = new URL(args.request.url).searchParams.get('person')
    const { conversation } = await client.fetchQuery(conversationQuery(conversationId))
    if (!personId) {
      return redirect(paths.letter(conversationId, conversation.people[0]?.personId))
    }
    await Promise.all([
      conversation.status === 'finished' && client.fetchQuery(conclusionQuery(conversationId)),
      client.fetchQuery(letterQuery(conversationId, personId)),
      // The letter opens in the standard size if the person's format cannot be read, and says so.
      client.fetchQuery({ ...communicationQuery(personId), staleTime: 0 }).catch(() => undefined),
    ])
    return null
  },
  Component: LetterPage,
})

function LetterPage() {
  const conversationId = pathParam({ params: useParams() }, 'conversationId')
  const personId = useSearchParams()[0].get('person') ?? ''
  const { data } = useSuspenseQuery(letterQuery(conversationId, personId))
  return <LetterToPerson key={personId} letter={data.body} />
}

/** The letter to one person of a record: its parts, whose names stay in it, and how it looks on paper. */
function LetterToPerson({ letter }: { letter: Letter }) {
  const { t } = useTranslation(['letter', 'connection', 'common'])
  const { say, banner } = useStatusMessage()
  useNumberedPages()
  const { conversationId, personId, name, day, parts, ownWords, differently, withdrawal } = letter
  const { size, setSize } = usePrintSize(useQuery(communicationQuery(personId)).data?.communication)
  return (
    <Page
      heading={t('letter:heading')}
      caption={t('letter:caption', { name, date: plainDate(day) })}
      back={{ href: paths.conversation(conversationId), text: t('letter:back') }}
      wide
    >
      <div className="not-printed">
        {banner}
        {parts.length === 0 && <p className="govuk-body">{t('letter:nothing')}</p>}
        <NamesInLetter letter={letter} />
        {parts.map((part) => (
          <PartEditor key={part.id} letter={letter} part={part} label={part.heading ?? t(partHeading(part.id))} />
        ))}
        <PartEditor letter={letter} part={ownWords} label={t('letter:ownWords')} hint={t('letter:ownWordsHint')} />
        <PartEditor
          letter={letter}
          part={differently}
          label={t('letter:differently')}
          hint={t('letter:differentlyHint')}
        />
        <FormatOfPerson personId={personId} name={name} />
        <Radios
          name="size"
          legend={{ text: t('letter:size.legend'), className: 'govuk-fieldset__legend--s' }}
          className="govuk-radios--inline"
          value={size}
          onChange={setSize}
          items={(['standard', 'large'] as const).map((each) => ({ value: each, text: t(`letter:size.${each}`) }))}
        />
        {!withdrawal && parts.length > 0 && (
          <Button type="button" onClick={() => window.print()}>
            {t('common:button.print')}
          </Button>
        )}
        <p className="govuk-body-s">{t('letter:asPdf')}</p>
        {parts.length > 0 && <Copies letter={letter} onDone={say} />}
      </div>
      <LetterSheet letter={letter} large={size === 'large'} />
    </Page>
  )
}

/** The other people who are named, each with a tick. Without it, other words take the place of the name. */
function NamesInLetter({ letter }: { letter: Letter }) {
  const { t } = useTranslation(['letter', 'connection'])
  const { mutate, error, isPending } = useChangeLetter(letter)
  const { names, parts, withdrawal } = letter
  if (names.length === 0) return null
  const heading = (partId: string) =>
    t('quoted', {
      words: parts.find(({ id }) => id === partId)?.heading ?? t(partHeading(partId)),
    })
  return (
    <section className="card">
      {error && (
        <p className="govuk-error-message" role="alert">
          {problemText(error)}
        </p>
      )}
      <Checkboxes
        name="names"
        legend={{ text: t('names.legend'), className: 'govuk-fieldset__legend--s' }}
        hint={t('names.hint')}
        values={names.filter(({ leftIn }) => leftIn).map(({ personId }) => personId)}
        onChange={(values) => !isPending && !withdrawal && mutate({ names: values })}
        items={names.map(({ personId, name, partIds }) => ({
          value: personId,
          text: t('names.leave', { name }),
          hint: t('names.where', { name, parts: listOf(partIds.map(heading)) }),
        }))}
      />
    </section>
  )
}
