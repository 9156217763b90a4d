import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { Problem } from '../api/problem'
import { explainMissingScript, pageState } from '../api/release'
import { agreementRoutes } from '../features/agreement/routes'
import { assetRoutes } from '../features/asset/routes'
import { auditRoutes } from '../features/audit/routes'
import { blueprintRoutes } from '../features/blueprint/routes'
import { boardRoutes } from '../features/board/routes'
import { bookingPanels, bookingRoutes } from '../features/booking/routes'
import { conclusionRoutes } from '../features/conclusion/routes'
import { aboutMeRoutes } from '../features/about-me/routes'
import { concernRoutes } from '../features/concern/routes'
import { conversationRoutes } from '../features/conversation/routes'
import { councilRoutes } from '../features/council/routes'
import { daySheetRoutes } from '../features/day-sheet/routes'
import { deploymentRoutes } from '../features/deployment/routes'
import { hubImportRoutes } from '../features/hub-import/routes'
import { headcountPanels } from '../features/headcount/routes'
import { hubRoutes } from '../features/hub/routes'
import { chooseCouncilRoutes, homeRoutes } from '../features/home/routes'
import { invitationRoutes } from '../features/invitation/routes'
import { passwordRoutes } from '../features/password/routes'
import { letterRoutes } from '../features/letter/routes'
import { moveRoutes } from '../features/move/routes'
import { insightRoutes } from '../features/insight/routes'
import { evidenceRoutes } from '../features/evidence/routes'
import { sharingRoutes } from '../features/sharing/routes'
import { clientLevelDataRoutes } from '../features/client-level-data/routes'
import { comparisonRoutes } from '../features/comparison/routes'
import { measureRoutes } from '../features/measure/routes'
import { outboxRoutes } from '../features/outbox/routes'
import { paperRoutes } from '../features/paper/routes'
import { peopleToTellRoutes } from '../features/people-to-tell/routes'
import { mergeRoutes } from '../features/merge/routes'
import { personRoutes } from '../features/person/routes'
import { timelineRoutes } from '../features/timeline/routes'
import { seriesRoutes } from '../features/series/routes'
import { sessionChangeRoutes } from '../features/session-change/routes'
import { sessionRoutes } from '../features/session/routes'
import { settingsRoutes } from '../features/settings/routes'
import { setupRoutes } from '../features/setup/routes'
import { signInRoutes } from '../features/sign-in/routes'
import { supportRoutes } from '../features/support/routes'
import { suspensionRoutes } from '../features/suspension/routes'
import { teamRoutes } from '../features/team/routes'
import { walkInPanels } from '../features/walk-in/routes'
import { weekRoutes } from '../features/week/routes'
import { requireWork } from '../page/guards'
import type { Handle, JourneyRoute } from '../page/journey'
import { Loading } from '../page/loading'
import { ErrorPage } from './error-page'
import { Layout } from './layout'
import { layoutShown } from './release-notice'

/**
 * A script file of the next page could not be loaded. A page that is shown stays, with what was typed into it, and the
 * layout says what to do. Without one, the error page shows.
 */
async function keepShownPage(cause: unknown): Promise<never> {
  await explainMissingScript()
  if (pageState.get() === 'cut-off' && !layoutShown()) throw Problem.unreachable()
  if (!layoutShown()) throw cause
  return new Promise(() => undefined)
}

/** Makes a route of React Router from each address of a journey. */
function convert(routes: JourneyRoute[], client: QueryClient): RouteObject[] {
  return routes.map(({ path, index, page, children, section, focusesItself }) => {
    const handle: Handle = { ...(section && { section }), ...(focusesItself && { focusesItself }) }
    const lazy = async () => {
      const module = await page().catch(keepShownPage)
      return typeof module.page === 'function' ? module.page(client) : module.page
    }
    return index
      ? { index, lazy, handle }
      : { ...(path !== undefined && { path }), lazy, handle, ...(children && { children: convert(children, client) }) }
  })
}

/** Pages for a person who is signed in and works for a council or for the operator. */
const WORK: JourneyRoute[] = [
  ...homeRoutes,
  ...boardRoutes([...bookingPanels, ...walkInPanels, ...headcountPanels]),
  ...weekRoutes,
  ...peopleToTellRoutes,
  ...daySheetRoutes,
  ...paperRoutes,
  ...hubRoutes,
  ...hubImportRoutes,
  ...sessionRoutes,
  ...seriesRoutes,
  ...sessionChangeRoutes,
  ...personRoutes,
  ...mergeRoutes,
  ...timelineRoutes,
  ...bookingRoutes,
  ...conversationRoutes,
  ...conclusionRoutes,
  ...moveRoutes,
  ...letterRoutes,
  ...assetRoutes,
  ...aboutMeRoutes,
  ...concernRoutes,
  ...measureRoutes,
  ...insightRoutes,
  ...evidenceRoutes,
  ...sharingRoutes,
  ...comparisonRoutes,
  ...clientLevelDataRoutes,
  ...auditRoutes,
  ...setupRoutes,
  ...agreementRoutes,
  ...settingsRoutes,
  ...blueprintRoutes,
  ...teamRoutes,
  ...supportRoutes,
  ...suspensionRoutes,
  ...councilRoutes,
  ...outboxRoutes,
  ...deploymentRoutes,
]

/** Joins the journeys of the application. */
export function routes(client: QueryClient): RouteObject[] {
  return [
    {
      element: <Layout />,
      HydrateFallback: Loading,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            ...convert([...invitationRoutes, ...passwordRoutes, ...chooseCouncilRoutes, ...signInRoutes], client),
            {
              loader: () => requireWork(client),
              children: [...convert(WORK, client), { path: '*', loader: () => Promise.reject(new Problem(404, {})) }],
            },
          ],
        },
      ],
    },
  ]
}
