import type { QueryClient } from '@tanstack/react-query'
import { redirect } from 'react-router'
import { Problem } from '../../api/problem'
import { hubQuery, hubsQuery } from '../hub/queries'
import { lastHub } from '../../page/device-preferences'
import { requireActing } from '../../page/guards'
import { today } from '../../text/dates'
import { paths } from '../../page/paths'

/** Today at the hub that was last looked at; at the only hub; else a hub is chosen first. */
export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireActing(client)
    const last = lastHub.get()
    if (last) {
      try {
        await client.ensureQueryData(hubQuery(last))
        return redirect(paths.day(last, today()))
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 404) throw error
        lastHub.forget()
      }
    }
    const { items: hubs, total } = await client.fetchQuery(hubsQuery('', 0))
    const [only] = hubs
    return redirect(only && total === 1 ? paths.day(only.id, today()) : paths.chooseHubForToday)
  },
})
