import { useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { ReactNode, SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import { councilQuery } from '../../api/queries'
import type { OwnSettings } from '../../api/types'
import { useEditedVersion } from '../../page/edited-version'
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
  const loaded = useLoaderData<Loaded>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: council } = useSuspenseQuery(councilQuery())
  const fields = useForm<Values, string>(() => start(loaded.body))
  const change = useSendOnce(useChangeOwnSettings())
  const version = useEditedVersion(loaded, {
    read: () => client.fetchQuery(ownSettingsQuery()),
    fail: fields.fail,
    changed: { text: t('settings:summary.changed'), field: inWords && 'different' },
  })
  const mine = inWords?.(fields.values)
  const there = version.theirs && inWords?.(start(version.theirs.body))
  const home = council.status === 'setting-up' ? paths.setup : paths.settings

  return {
    settings: version.base.body,
    fields,
    different:
      mine && there && Object.entries(mine).map(([name, text]) => ({ name, theirs: there[name] ?? '', mine: text })),
    home,
    busy: change.busy,
    send(event: SyntheticEvent, faults: FormError<string>[], made: Change) {
      event.preventDefault()
      if (fields.fail(faults)) return
      change.send(
        { change: made, tag: version.base.tag },
        {
          onSuccess: (saved) => {
            flashOnNextPage(home, savedText?.(saved) ?? t('summary.saved'))
            void navigate(home, { replace: true })
          },
          onError: (error) => {
            if (!version.takes(error)) fields.fail(errorsOf(error))
          },
        },
      )
    },
  }
}
