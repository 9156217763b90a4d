import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Communication } from '../../api/types'
import { InsetText } from '../../govuk/inset-text'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { communicationQuery } from './queries'

export const FORMATS = [
  'standard',
  'large-print',
  'easy-read',
  'audio',
  'braille',
  'bsl-video',
  'email',
] as const satisfies NonNullable<Communication['letterFormat']>[]

/** The size of the print: the person's own, until another is chosen on the page. */
export function usePrintSize(communication: Communication | undefined) {
  const [chosen, setSize] = useState<string>()
  return { size: chosen ?? (communication?.letterFormat === 'large-print' ? 'large' : 'standard'), setSize }
}

interface FormatOfPersonProps {
  personId: string
  name: string
}

/** Says in which format a letter opens and why, and what to do where the product cannot make the format. */
export function FormatOfPerson({ personId, name }: FormatOfPersonProps) {
  const { t } = useTranslation('about-me')
  const { data, error, refetch } = useQuery(communicationQuery(personId))
  if (error && !data)
    return <Unavailable error={error} words={t('communication.unavailable')} onAgain={() => void refetch()} />
  if (!data) return null
  return (
    <InsetText>
      <p>{t(`opens.${data.communication.letterFormat ?? 'unknown'}`, { name })}</p>
      <a className="govuk-link" href={paths.communication(personId)}>
        {t('communication.change')}
      </a>
    </InsetText>
  )
}
