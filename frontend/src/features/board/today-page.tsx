import type { QueryClient } from '@tanstack/react-query'
import { redirect } from 'react-router'
import { requireActing } from '../../page/guards'
import { paths } from '../../page/paths'
import { today } from '../../text/dates'
import { usualHub } from '../hub/usual-hub'

/** Today at the hub that was last looked at; at the only hub; else a hub is chosen first. */
export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireActing(client)
    const hub = await usualHub(client)
    return redirect(hub ? paths.day(hub.id, today()) : paths.chooseHubForToday)
  },
})
