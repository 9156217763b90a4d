import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { ErrorMessage } from '../../govuk/error-message'
import { useMay } from '../../page/authorities'
import { problemText } from '../../page/problem-text'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { AboutMe } from './about-me-section'
import { looksQuery, useNoteLook } from './queries'

interface AboutMePanelsProps {
  conversationId: string
  people: Conversation['people']
}

/** About me of each person of a record, folded, and who looked at it together with the person. */
export function AboutMePanels({ conversationId, people }: AboutMePanelsProps) {
  const { t } = useTranslation(['about-me', 'common'])
  const may = useMay()
  const { data, error, refetch } = useQuery(looksQuery(conversationId))
  const note = useNoteLook(conversationId)
  return (
    <section className="card" aria-label={t('about-me:label')}>
      {error && !data && (
        <Unavailable error={error} words={t('about-me:look.unavailable')} onAgain={() => void refetch()} />
      )}
      {people.map(({ personId, name }) => (
        <div key={personId}>
          <Details summary={t('about-me:about', { name })}>
            <AboutMe personId={personId} name={name} />
            {note.error && note.variables === personId && <ErrorMessage>{problemText(note.error)}</ErrorMessage>}
            {may('conversation:write') && (
              <Button
                type="button"
                className="govuk-button--secondary"
                busy={note.isPending}
                onClick={() => note.mutate(personId)}
              >
                {t('about-me:look.button')}
              </Button>
            )}
          </Details>
          <div role="status">
            {data?.items
              .filter((look) => look.personId === personId)
              .map(({ at, byName }) => (
                <p className="govuk-body-s" key={at}>
                  {t('about-me:look.noted', {
                    name,
                    member: byName ?? t('common:aColleague'),
                    time: dateAndTime(at),
                  })}
                </p>
              ))}
          </div>
        </div>
      ))}
    </section>
  )
}
