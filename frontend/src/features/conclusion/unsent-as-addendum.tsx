import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/types'
import { Button } from '../../govuk/button'
import { ErrorMessage } from '../../govuk/error-message'
import { Textarea } from '../../govuk/textarea'
import { problemText } from '../../page/problem-text'
import { useAddAddendum } from './conclusion-queries'
import type { Draft } from '../conversation/draft'
import { isUnsent } from '../conversation/draft-box'
import type { DraftStore } from '../conversation/draft-store'
import { openDrafts, useDrafts } from '../conversation/drafts'
import { usePrompts } from '../conversation/prompts'

/** Offers words that were typed before the record was finished and not saved, so that they are added rather than lost. */
export function UnsentAsAddendum({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conclusion')
  const store = openDrafts(useQueryClient())
  const prompts = usePrompts(conversation)
  const unsent = useDrafts(store).filter((draft) => draft.conversationId === conversation.id && isUnsent(draft))
  if (unsent.length === 0) return null
  return (
    <section className="card">
      <h2 className="govuk-heading-m">{t('unsent.heading')}</h2>
      <p className="govuk-body">{t('unsent.body')}</p>
      {unsent.map((draft) => (
        <Unsent
          key={draft.promptId}
          {...{ draft, store }}
          heading={prompts.find(({ id }) => id === draft.promptId)?.heading ?? ''}
        />
      ))}
    </section>
  )
}

function Unsent({ draft, store, heading }: { draft: Draft; store: DraftStore; heading: string }) {
  const { t } = useTranslation(['conclusion', 'conversation'])
  const { conversationId, promptId, text } = draft
  const { mutate, error, isPending } = useAddAddendum(conversationId)
  return (
    <>
      {error && <ErrorMessage>{problemText(error)}</ErrorMessage>}
      <Textarea name={`unsent-${promptId}`} label={{ text: heading }} readOnly value={text} />
      <div className="govuk-button-group">
        <Button
          type="button"
          busy={isPending}
          onClick={() => mutate(text, { onSuccess: () => store.forget(conversationId, promptId) })}
        >
          {t('conclusion:unsent.add')}
        </Button>
        <Button type="button" className="govuk-button--warning" onClick={() => store.forget(conversationId, promptId)}>
          {t('conversation:lost.delete')}
        </Button>
      </div>
    </>
  )
}
