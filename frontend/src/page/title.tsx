import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { councilQuery, sessionQuery } from '../api/queries'

/** The council's name as far as this page knows it, without asking for it. */
export function useCouncilName(): string | undefined {
  const client = useQueryClient()
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const session = client.getQueryData(sessionQuery().queryKey)
  return council?.name ?? (session?.acting?.kind === 'council' ? session.acting.name : undefined)
}

/** "Page – Alongside – Council", with "Error: " in front while there is a summary. Null leaves it to another. */
export function usePageTitle(page: string | null, wrong = false): void {
  const { t } = useTranslation()
  const council = useCouncilName()
  useLayoutEffect(() => {
    if (page === null) return
    const title = council ? t('title.inCouncil', { page, council }) : t('title.plain', { page })
    document.title = wrong ? t('title.error', { title }) : title
  }, [page, wrong, council, t])
}
