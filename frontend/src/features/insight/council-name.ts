import { useQuery } from '@tanstack/react-query'
import { councilQuery } from '../../api/queries'

/** The name of the caller's council. */
export function useCouncil(): string {
  const { data } = useQuery({ ...councilQuery(), enabled: false })
  return data?.name ?? ''
}
