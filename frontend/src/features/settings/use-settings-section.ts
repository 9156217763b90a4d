import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import { councilQuery } from '../../api/queries'
import type { OwnSettings } from '../../api/types'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, useForm, type FormError } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { ownSettingsQuery, useChangeOwnSettings, type Change } from './queries'

export interface Loaded {
  body: OwnSettings
  tag: string
}

export const loadSettings = (client: QueryClient) => async () => {
  await requireAuthority(client, 'council:set-up')
  // Never from the cache: an edit starts from the current settings.
  return client.fetchQuery(ownSettingsQuery())
}

/** The page that edits one section. It is not loaded again while it is open, so that nothing typed is lost. */
export const sectionPage = (client: QueryClient, Component: () => ReactNode) => ({
  loader: loadSettings(client),
  shouldRevalidate: () => false,
  Component,
})

/**
 * Returns the page that follows a saved section: the list of tasks while the council is being set up, otherwise the
 * settings.
 */
export function useSettingsSection<Values extends object>(
  start: (settings: OwnSettings) => Values,
  {
    inWords,
    errorsOf = (error) => formErrors(error, 'settings:error'),
    savedText,
  }: {
    /** The typed values as text, by the name of each detail. Left out where the page shows the value itself. */
    inWords?: (values: Values) => Record<string, string>
    /** The errors to show when the service refuses this section. */
    errorsOf?: (error: Error) => FormError<string>[]
    /** The message on the next page once this section is saved. */
    savedText?: (saved: OwnSettings) => string
  } = {},
) {
  const { t } = useTranslation(['settings', 'common'])
  const { body, tag } = useLoaderData<Loaded>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: council } = useSuspenseQuery(councilQuery())
  const fields = useForm<Values, string>(() => start(body))
  const change = useSendOnce(useChangeOwnSettings())
  const [over, setOver] = useState(tag)
  const [theirs, setTheirs] = useState<OwnSettings>()
  const mine = inWords?.(fields.values)
  const there = theirs && inWords?.(start(theirs))
  const home = council.status === 'setting-up' ? paths.setup : paths.settings

  async function changedMeanwhile() {
    const now = await client.fetchQuery(ownSettingsQuery())
    setOver(now.tag)
    setTheirs(now.body)
    fields.fail([{ text: t('settings:summary.changed'), field: inWords && 'different' }])
  }

  return {
    settings: theirs ?? body,
    fields,
    different:
      mine && there && Object.entries(mine).map(([name, text]) => ({ name, theirs: there[name] ?? '', mine: text })),
    home,
    busy: change.busy,
    send(event: SyntheticEvent, faults: FormError<string>[], made: Change) {
      event.preventDefault()
      if (fields.fail(faults)) return
      change.send(
        { change: made, tag: over },
        {
          onSuccess: (saved) => {
            flashOnNextPage(home, savedText?.(saved) ?? t('summary.saved'))
            void navigate(home, { replace: true })
          },
          onError: (error) => {
            if (error instanceof Problem && error.status === 412) {
              changedMeanwhile().catch((failed: unknown) => fields.fail(formErrors(failed, 'settings:error')))
            } else fields.fail(errorsOf(error))
          },
        },
      )
    },
  }
}
