import type { QueryClient } from '@tanstack/react-query'
import { requireAuthority } from '../../page/guards'
import { ImportSteps } from '../file-import/import-steps'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'hub:write'),
  Component: ImportSteps,
})
