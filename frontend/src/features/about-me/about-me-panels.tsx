import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, Look } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { ErrorMessage } from '../../govuk/error-message'
import { useMay } from '../../page/authorities'
import { Loading } from '../../page/loading'
import { problemText } from '../../page/problem-text'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { AboutMe } from './about-me-section'
import { looksQuery, useNoteLook } from './queries'

interface AboutMePanelsProps {
  conversationId: string
  people: Conversation['people']
  /** Whether the panels begin folded, as those do at which a member of staff and the person have looked. */
  folded?: boolean
}

/** About me of each person of a record, and who looked at it together with the person. */
export function AboutMePanels({ conversationId, people, folded = false }: AboutMePanelsProps) {
  const { t } = useTranslation('about-me')
  const { data, error, isPending, refetch } = useQuery(looksQuery(conversationId))
  return (
    <section className="card record__about-me" aria-labelledby="about-me">
      <h2 className="govuk-heading-s" id="about-me">
        {t('label')}
      </h2>
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('look.unavailable')} onAgain={() => void refetch()} />}
      {!isPending &&
        people.map(({ personId, name }) => (
          <PanelOfPerson
            key={personId}
            {...{ conversationId, personId, name, folded }}
            looks={data?.items.filter((look) => look.personId === personId) ?? []}
          />
        ))}
    </section>
  )
}

interface PanelOfPersonProps {
  conversationId: string
  personId: string
  name: string
  folded: boolean
  looks: Look[]
}

function PanelOfPerson({ conversationId, personId, name, folded, looks }: PanelOfPersonProps) {
  const { t } = useTranslation(['about-me', 'common'])
  const may = useMay()
  const note = useNoteLook(conversationId)
  // Decided once: a panel that folded under the button would lose the focus.
  const [open] = useState(!folded && looks.length === 0)
  return (
    <>
      <Details summary={t('about-me:about', { name })} open={open}>
        <AboutMe personId={personId} name={name} />
        {note.error && <ErrorMessage>{problemText(note.error)}</ErrorMessage>}
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
        {looks.map(({ at, byName }) => (
          <p className="govuk-body-s" key={at}>
            {t('about-me:look.noted', {
              name,
              member: byName ?? t('common:aColleague'),
              time: dateAndTime(at),
            })}
          </p>
        ))}
      </div>
    </>
  )
}
