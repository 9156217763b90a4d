import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Button, ButtonLink } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { AlertDialog } from '../../page/alert-dialog'
import { paths } from '../../page/paths'
import { isSignOut, signOut } from '../../page/sign-out'
import { mayRetry, nameOf, type Draft } from './draft'
import { isAsking } from './draft-box'
import type { DraftStore } from './draft-store'
import { openDrafts, useDrafts } from './drafts'
import { refusedText } from './save-state'

/** How often an open page looks for the words of a page that was closed or loaded again. */
const AGAIN_MS = 10_000

/**
 * Cares for the words of a practitioner on every page: sends what earlier pages left on this device, asks where that is
 * not enough, and asks before a sign-out that would lose words.
 */
export function UnsentWords() {
  const store = openDrafts(useQueryClient())
  const { pathname } = useLocation()
  const [later, setLater] = useState<string[]>([])
  const held = useSignOut(store)
  const stuck = useDrafts(store).find(
    (draft) =>
      (isAsking(draft) || (draft.problem && !mayRetry(draft.problem))) &&
      !pathname.includes(draft.conversationId) &&
      !later.includes(nameOf(draft)),
  )

  useEffect(() => {
    // Without the key of this device nothing can be taken over yet.
    const take = () => void store.takeOver().catch(() => undefined)
    take()
    const timer = setInterval(take, AGAIN_MS)
    return () => clearInterval(timer)
  }, [store])

  if (held.form) return <BeforeSignOut store={store} form={held.form} onStay={held.stay} />
  if (!stuck) return null
  const decideLater = () => setLater([...later, nameOf(stuck)])
  return isAsking(stuck) ? (
    <TwoTextsElsewhere draft={stuck} onLater={decideLater} />
  ) : (
    <RefusedWords draft={stuck} store={store} onLater={decideLater} />
  )
}

/** Holds the sign-out until it is known whether words are not sent. */
function useSignOut(store: DraftStore) {
  const [form, setForm] = useState<HTMLFormElement>()
  useEffect(() => {
    function hold(event: SubmitEvent) {
      const asked = event.target
      if (!isSignOut(asked)) return
      event.preventDefault()
      void store.hasUnsent().then((has) => (has ? setForm(asked) : signOut(asked)))
    }
    // Before the form's own listener, which empties the tab.
    document.addEventListener('submit', hold, { capture: true })
    return () => document.removeEventListener('submit', hold, { capture: true })
  }, [store])
  return { form, stay: () => setForm(undefined) }
}

function BeforeSignOut({ store, form, onStay }: { store: DraftStore; form: HTMLFormElement; onStay: () => void }) {
  const { t } = useTranslation('conversation')
  function stay() {
    onStay()
    store.sendAll()
  }
  return (
    <AlertDialog
      heading={t('signOut.heading')}
      onEscape={stay}
      buttons={
        <>
          <Button type="button" onClick={stay}>
            {t('signOut.stay')}
          </Button>
          <Button
            type="button"
            className="govuk-button--warning"
            onClick={() => void store.deleteUnsent().finally(() => signOut(form))}
          >
            {t('signOut.delete')}
          </Button>
        </>
      }
    >
      <p className="govuk-body">{t('signOut.body')}</p>
    </AlertDialog>
  )
}

/** Leads to the record in which the words of two writers have met. */
function TwoTextsElsewhere({ draft, onLater }: { draft: Draft; onLater: () => void }) {
  const { t } = useTranslation('conversation')
  return (
    <AlertDialog
      heading={t('stuck.heading')}
      onEscape={onLater}
      buttons={
        <>
          <ButtonLink href={paths.conversation(draft.conversationId)}>{t('stuck.look')}</ButtonLink>
          <Button type="button" className="govuk-button--secondary" onClick={onLater}>
            {t('stuck.later')}
          </Button>
        </>
      }
    >
      <p className="govuk-body">{t('stuck.body')}</p>
    </AlertDialog>
  )
}

/** Shows words that the service refuses, so that they can be copied. */
function RefusedWords({ draft, store, onLater }: { draft: Draft; store: DraftStore; onLater: () => void }) {
  const { t } = useTranslation('conversation')
  return (
    <AlertDialog
      heading={t('lost.heading')}
      onEscape={onLater}
      buttons={
        <>
          <Button type="button" onClick={onLater}>
            {t('stuck.later')}
          </Button>
          <Button
            type="button"
            className="govuk-button--warning"
            onClick={() => store.forget(draft.conversationId, draft.promptId)}
          >
            {t('lost.delete')}
          </Button>
        </>
      }
    >
      <p className="govuk-body">{draft.problem && refusedText(draft.problem)}</p>
      <Textarea name="refused-words" label={{ text: t('lost.words') }} readOnly value={draft.text} />
    </AlertDialog>
  )
}
