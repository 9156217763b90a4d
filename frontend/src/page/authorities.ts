import { useQuery } from '@tanstack/react-query'
import { councilQuery } from '../api/queries'

export type Authority =
  | 'asset:read'
  | 'asset:write'
  | 'hub:read'
  | 'hub:write'
  | 'session:read'
  | 'session:write'
  | 'booking:read'
  | 'booking:write'
  | 'person:read'
  | 'person:write'
  | 'conversation:read'
  | 'conversation:write'
  | 'concern:read'
  | 'concern:write'
  | 'slot:extend'
  | 'council:set-up'
  | 'member:read'
  | 'member:write'
  | 'blueprint:write'
  | 'audit:read'
  | 'overdue:read'
  | 'person:merge'
  | 'reader:write'
  | 'figures:read'
  | 'figures:write'
  | 'sheet:read'
  | 'sheet:write'
  | 'introduction:read'
  | 'introduction:write'

/** The caller's authorities in this council. The services decide; pages only leave out what would be refused. */
export function useMay(): (authority: Authority) => boolean {
  const { data } = useQuery({ ...councilQuery(), enabled: false })
  return (authority) => data?.me.authorities.includes(authority) ?? false
}
