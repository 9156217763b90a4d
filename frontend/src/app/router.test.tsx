import type { RouteObject } from 'react-router'
import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { routes } from './router'

/** The address of each route that shows a page of its own. */
function addresses(of: RouteObject[], above = ''): string[] {
  return of.flatMap((route) => {
    const path = route.path?.startsWith('/') ? route.path : [above, route.path].filter(Boolean).join('/')
    const below = addresses(route.children ?? [], path)
    const shows = route.lazy !== undefined && !route.children?.some(({ index }) => index)
    return shows ? [path, ...below] : below
  })
}

/**
 * The browser tests visit each address of this file. A new page is added by `npx vitest run src/app/router.test.tsx
 * -u`.
 */
it('has every address in the list that the browser tests go through', async () => {
  const all = addresses(routes(new QueryClient()))

  expect(new Set(all).size).toBe(all.length)
  await expect(`${all.join('\n')}\n`).toMatchFileSnapshot('./routes.txt')
})
