import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HowTold, PersonToTell } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Details } from '../../govuk/details'
import { Hidden } from '../../govuk/hidden'
import { paths } from '../../page/paths'
import { dayAndTime } from '../../text/dates'
import { Contact } from './contact'
import type { TellStep } from './steps'
import { WhatChanged } from './what-changed'

const OTHER_WAYS = ['text-message', 'email', 'letter', 'in-person', 'not-needed'] as const

interface CardProps {
  person: PersonToTell
  /** The name, or the initials while names are hidden. */
  name: string
  busy: boolean
  /** Not given to a member who may only look. */
  onStep: ((change: TellStep) => void) | undefined
}

/** One person to tell: what changed, how to reach them, and what was done about it. */
export function PersonToTellCard({ person, name, busy, onStep }: CardProps) {
  const { t } = useTranslation('people-to-tell')
  const { attempts } = person
  return (
    <section className="card" aria-labelledby={`tell-${person.id}`}>
      <h2 className="govuk-heading-m" id={`tell-${person.id}`}>
        <a className="govuk-link" href={paths.person(person.personId)}>
          {name}
        </a>{' '}
        <span className="slots__reference">{person.personReference}</span>
      </h2>
      <WhatChanged person={person} />
      <Contact person={person} />
      {attempts.count > 0 && attempts.lastAt && (
        <p className="govuk-body">
          {t('attempts', {
            count: attempts.count,
            at: dayAndTime(attempts.lastAt),
            name: attempts.lastByName ?? t('aColleague'),
          })}
        </p>
      )}
      {onStep && <Steps name={name} id={person.id} busy={busy} onStep={onStep} />}
    </section>
  )
}

interface StepsProps {
  name: string
  id: string
  busy: boolean
  onStep: (change: TellStep) => void
}

function Steps({ name, id, busy, onStep }: StepsProps) {
  const { t } = useTranslation('people-to-tell')
  const [how, setHow] = useState<string>('')
  const [wrong, setWrong] = useState(false)
  const [open, setOpen] = useState(false)

  function send(event: FormEvent) {
    event.preventDefault()
    setWrong(how === '')
    if (how !== '') onStep({ step: 'told', how: how as HowTold })
  }

  return (
    <>
      <div className="govuk-button-group">
        <Button type="button" busy={busy} onClick={() => onStep({ step: 'told', how: 'phone' })}>
          {t('told')} <Hidden>{name}</Hidden>
        </Button>
        <Button
          type="button"
          className="govuk-button--secondary"
          busy={busy}
          onClick={() => onStep({ step: 'not-reached' })}
        >
          {t('notReached')} <Hidden>{name}</Hidden>
        </Button>
      </div>
      <Details
        onToggle={(event) => setOpen(event.currentTarget.open)}
        summary={
          <>
            {t('otherWay')} <Hidden>{name}</Hidden>
          </>
        }
      >
        {open && (
          <form noValidate onSubmit={send}>
            <Radios
              name={`how-${id}`}
              className="govuk-radios--small"
              legend={{ text: t('how', { name }), className: 'govuk-fieldset__legend--s' }}
              items={OTHER_WAYS.map((value) => ({ value, text: t(`way.${value}`) }))}
              value={how}
              onChange={setHow}
              error={wrong ? t('error.how') : undefined}
            />
            <Button className="govuk-button--secondary" busy={busy}>
              {t('record')}
            </Button>
          </form>
        )}
      </Details>
    </>
  )
}
