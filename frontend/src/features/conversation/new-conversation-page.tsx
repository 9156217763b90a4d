import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { Problem } from '../../api/problem'
import type { NewConversation } from '../../api/types'
import { InsetText } from '../../govuk/inset-text'
import { requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { PersonCombobox } from '../person/person-combobox'
import { useCreateConversation } from './queries'
import { refusedText } from './save-state'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'conversation:write'),
  Component: NewConversationPage,
})

/** The visit or the person that the address names. */
function asked(params: URLSearchParams): NewConversation | undefined {
  const [bookingId, walkInId, person] = ['booking', 'walkIn', 'person'].map((name) => params.get(name) ?? undefined)
  if (bookingId) return { bookingId }
  if (walkInId) return { walkInId }
  return person ? { personIds: [person] } : undefined
}

/**
 * Begins a record and goes on to it. A visit that has one already leads to that. Without a visit or a person in the
 * address, the page asks for the person first.
 */
function NewConversationPage() {
  const { t } = useTranslation(['conversation', 'common'])
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { mutate, error, isPending, isSuccess } = useCreateConversation()
  const begun = useRef('')

  const begin = useCallback(
    (body: NewConversation) => {
      const open = (id: string) => navigate(paths.conversation(id), { replace: true })
      mutate(body, {
        onSuccess: ({ id }) => void open(id),
        onError: (refused) => {
          const known = refused instanceof Problem ? refused.body.conversationId : undefined
          if (typeof known === 'string') void open(known)
        },
      })
    },
    [mutate, navigate],
  )

  const body = asked(params)
  const address = params.toString()
  useEffect(() => {
    const now = asked(new URLSearchParams(address))
    if (!now || begun.current === address) return
    begun.current = address
    begin(now)
  }, [address, begin])

  const exists = error instanceof Problem && typeof error.body.conversationId === 'string'
  const isBusy = isPending || isSuccess || exists
  return (
    <Page
      heading={t('conversation:new.heading')}
      back={{ href: paths.conversations, text: t('conversation:backToList') }}
    >
      {!body && (
        <PersonCombobox
          id="person"
          label={t('conversation:new.who')}
          hint={t('common:searchHint')}
          onPick={({ id }) => !isBusy && begin({ personIds: [id] })}
        />
      )}
      <Loading busy={isBusy} />
      {error && !exists && (
        <InsetText role="alert">
          <p>{refusedText(error instanceof Problem ? error : Problem.unreachable())}</p>
          {body && (
            <button type="button" className="linkish" onClick={() => begin(body)}>
              {t('common:again')}
            </button>
          )}
        </InsetText>
      )}
    </Page>
  )
}
