import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import type { ConversationWriters } from '../../api/types'
import { Button } from '../../govuk/button'
import { ErrorMessage } from '../../govuk/error-message'
import { AlertDialog } from '../../page/alert-dialog'
import { flashOnNextPage } from '../../page/flash-message'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { listOf } from '../../text/dates'
import { useDeleteConversation } from './queries'
import { refusedText } from './save-state'

interface DeleteRecordProps {
  conversationId: string
  /** The other members of staff who have the record open. */
  writers: ConversationWriters['writers']
}

/** The way to delete a record that was begun by mistake, after a question that says what is lost. */
export function DeleteRecord({ conversationId, writers }: DeleteRecordProps) {
  const { t } = useTranslation(['conversation', 'common'])
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const [refused, setRefused] = useState<Problem>()
  const { busy, send } = useSendOnce(useDeleteConversation())

  function deleteNow() {
    send(conversationId, {
      onSuccess: () => {
        flashOnNextPage(paths.conversations, t('conversation:delete.done'))
        void navigate(paths.conversations, { replace: true })
      },
      onError: (error) => setRefused(error instanceof Problem ? error : Problem.unreachable()),
    })
  }

  return (
    <>
      <button type="button" className="linkish" onClick={() => setAsks(true)}>
        {t('conversation:delete.link')}
      </button>
      {asks && (
        <AlertDialog
          heading={t('conversation:delete.heading')}
          onEscape={() => setAsks(false)}
          buttons={
            <>
              <Button type="button" className="govuk-button--secondary" onClick={() => setAsks(false)}>
                {t('conversation:delete.keep')}
              </Button>
              <Button type="button" className="govuk-button--warning" busy={busy} onClick={deleteNow}>
                {t('conversation:delete.button')}
              </Button>
            </>
          }
        >
          <p className="govuk-body">{t('conversation:delete.lost')}</p>
          {writers.length > 0 && (
            <p className="govuk-body">
              {t('conversation:delete.others', {
                names: listOf(writers.map(({ name }) => name ?? t('common:aColleague'))),
              })}
            </p>
          )}
          {refused && <ErrorMessage>{refusedText(refused)}</ErrorMessage>}
        </AlertDialog>
      )}
    </>
  )
}
