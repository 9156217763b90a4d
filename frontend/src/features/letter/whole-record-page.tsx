import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { councilQuery } from '../../api/queries'
import { Button } from '../../govuk/button'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { listOf } from '../../text/dates'
import { connectionsQuery } from '../connection/queries'
import { conclusionQuery } from '../conclusion/conclusion-queries'
import { usePrompts } from '../conversation/prompts'
import { conversationQuery } from '../conversation/queries'
import { useNumberedPages } from '../day-sheet/numbered-pages'
import { MovesOfRecord } from '../move/moves'
import { movesQuery } from '../move/queries'
import { stepsQuery } from '../step/queries'
import { everyRevisionQuery, lettersQuery } from './queries'
import { plainText } from './record-text'
import { useRecordParts } from './use-record-parts'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'conversation:read')
    const conversationId = pathParam(args, 'conversationId')
    const { conversation } = await client.fetchQuery(conversationQuery(conversationId))
    await Promise.all([
      conversation.status === 'finished' && client.fetchQuery({ ...conclusionQuery(conversationId), staleTime: 0 }),
      client.fetchQuery({ ...stepsQuery(conversationId), staleTime: 0 }),
      client.fetchQuery({ ...connectionsQuery(conversationId), staleTime: 0 }),
      client.fetchQuery(lettersQuery(conversationId)),
      client.fetchQuery(movesQuery(conversationId)),
      client.fetchQuery(everyRevisionQuery(conversationId)),
    ])
    return null
  },
  Component: WholeRecordPage,
})

/** The whole record on paper, and its text for the council's case system. */
function WholeRecordPage() {
  const { t } = useTranslation(['letter', 'conversation', 'common'])
  const conversationId = pathParam({ params: useParams() }, 'conversationId')
  const { conversation } = useSuspenseQuery(conversationQuery(conversationId)).data
  const { data: letters } = useSuspenseQuery(lettersQuery(conversationId))
  const { data: steps } = useSuspenseQuery(stepsQuery(conversationId))
  const { data: connections } = useSuspenseQuery(connectionsQuery(conversationId))
  const { data: revisions } = useSuspenseQuery(everyRevisionQuery(conversationId))
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const prompts = usePrompts(conversation)
  const finished = useQuery({ ...conclusionQuery(conversationId), enabled: false })
  const { facts, whole } = useRecordParts({
    conversation,
    prompts,
    letters: letters.items,
    revisions,
    steps,
    connections,
    conclusion: conversation.status === 'finished' ? finished.data?.conclusion : undefined,
  })
  const [copied, setCopied] = useState<'done' | 'failed'>()
  useNumberedPages()
  const heading = t('conversation:heading', { names: listOf(conversation.people.map(({ name }) => name)) })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(plainText(heading, facts))
      setCopied('done')
    } catch {
      setCopied('failed')
    }
  }
  return (
    <Page
      heading={heading}
      caption={t('letter:whole.caption')}
      back={{ href: paths.conversation(conversationId), text: t('letter:back') }}
    >
      <div className="not-printed">
        <Button type="button" onClick={() => window.print()}>
          {t('letter:whole.print')}
        </Button>{' '}
        <Button type="button" className="govuk-button--secondary" onClick={() => void copy()}>
          {t('letter:whole.copyText')}
        </Button>
        <p className="govuk-body" role="status">
          {copied && t(`letter:whole.copied.${copied}`)}
        </p>
      </div>
      <article className="letter letter--record">
        <p className="letter__council">{council?.name}</p>
        <MovesOfRecord conversationId={conversationId} />
        {whole.map((part) => (
          <section key={part.heading}>
            <h2 className="govuk-heading-m">{part.heading}</h2>
            {part.lines.map((line, at) => (
              <p className="govuk-body record__words" key={at}>
                {line}
              </p>
            ))}
          </section>
        ))}
      </article>
    </Page>
  )
}
