import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Button, ButtonLink } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { AlertDialog } from '../../page/alert-dialog'
import { paths } from '../../page/paths'
import { mayRetry, nameOf, type Draft } from './draft'
import { isAsking } from './draft-box'
import type { DraftStore } from './draft-store'
import { openDrafts, useDrafts } from './drafts'
import { refusedText } from './save-state'

const AGAIN_MS = 30_000

/**
 * Cares for the words of a practitioner on every page: sends what earlier pages left on this device, asks where that is
 * not enough, and asks before a sign-out that would lose words.
 */
export function UnsentWords() {
  const store = openDrafts(useQueryClient())
  const { pathname } = useLocation()
  const [later, setLater] = useState<string[]>([])
  const signOut = useSignOut(store)
  const stuck = useDrafts(store).find(
    (draft) =>
      (isAsking(draft) || (draft.problem && !mayRetry(draft.problem))) &&
      !pathname.includes(draft.conversationId) &&
      !later.includes(nameOf(draft)),
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const take = () => {
      store.takeOver().catch(() => {
        timer = setTimeout(take, AGAIN_MS)
      })
    }
    take()
    return () => clearTimeout(timer)
  }, [store])

  if (signOut.form) return <BeforeSignOut store={store} form={signOut.form} onStay={signOut.stay} />
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
      if (!(asked instanceof HTMLFormElement) || new URL(asked.action).pathname !== '/sign-out') return
      event.preventDefault()
      void store.hasUnsent().then((has) => (has ? setForm(asked) : asked.submit()))
    }
    document.addEventListener('submit', hold)
    return () => document.removeEventListener('submit', hold)
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
            onClick={() => void store.deleteUnsent().finally(() => form.submit())}
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
