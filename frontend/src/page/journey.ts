import type { QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'

/** The exports of a page's module for its route: a component, and a loader that runs before it shows. */
export type PageRoute = Pick<RouteObject, 'loader' | 'Component' | 'shouldRevalidate'>

/** A page, or a page whose loader reads through the query cache. */
export type Page = PageRoute | ((client: QueryClient) => PageRoute)

/** The facts about a page that the layout and the focus use. */
export interface Handle {
  /** The page moves the focus itself, because it opens a panel on a page that is already shown. */
  focusesItself?: true
  /** The item of the navigation that the page belongs to. */
  section?: string
}

/** One address of a journey. Its page is a script file of its own, which is loaded when the page is opened. */
export interface JourneyRoute extends Handle {
  path?: string
  index?: true
  page: () => Promise<{ page: Page }>
  /** Pages that show inside this one. */
  children?: JourneyRoute[]
}
