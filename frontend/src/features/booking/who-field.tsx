import { useLayoutEffect } from 'react'
import { flushSync } from 'react-dom'
import { Trans, useTranslation } from 'react-i18next'
import type { FoundPerson } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { PersonCombobox, useAbout } from '../person/person-combobox'
import { FIELD_IDS, newPerson } from '../person/person-form'
import { focusFirstOf } from '../../page/focus-first'
import { useLate } from '../../page/late'
import { Unavailable } from '../../page/unavailable'
import type { ChosenPerson, useBookForm } from './use-book-form'

/** The person to book: searched for, chosen, or added. */
export function WhoField({ booking }: { booking: ReturnType<typeof useBookForm> }) {
  const { t } = useTranslation(['booking', 'common'])
  const about = useAbout()
  const { form, person, adding, choose, startNew, searchAgain, duplicates, busy, send } = booking

  // Loaded beside the search, so that they are there when a person is added.
  const fields = useLate(!booking.only, async () => ({
    ...(await import('../person/person-fields')),
    ...(await import('../duplicate/duplicates')),
  }))
  const named = Boolean(form.values.firstName && form.values.lastName)
  const ready = adding && fields.part !== undefined
  useLayoutEffect(() => {
    if (ready) focusFirstOf(named ? '#phone' : '#firstName')
    // Only as the boxes appear, not as they are filled in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready])

  // Both show at once, or the next key would go to a box that is no longer there.
  function pick(found: FoundPerson) {
    flushSync(() => choose({ id: found.id, name: found.name, about: about(found) }))
    focusFirstOf('input[name=slot]:checked', '.chosen button')
  }

  function add(text: string) {
    const { firstName, lastName } = newPerson(text)
    flushSync(() => startNew({ firstName, lastName }))
  }

  if (person) return <Chosen person={person} onOther={booking.only ? undefined : searchAgain} />
  if (adding) {
    return (
      <fieldset className="govuk-fieldset new-person">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{t('who.newHeading')}</legend>
        <button type="button" className="linkish new-person__back" onClick={searchAgain}>
          {t('who.back')}
        </button>
        {fields.error !== undefined && (
          <Unavailable error={fields.error} words={t('common:notLoaded')} onAgain={fields.again} />
        )}
        {fields.part && (
          <fields.part.PersonFields
            values={form.values}
            set={form.set}
            error={(field) => form.error(FIELD_IDS[field])}
            compact
          />
        )}
        {duplicates.found.length > 0 && fields.part && (
          <fields.part.Duplicates
            duplicates={duplicates.found}
            same={({ person: found }, text) => (
              <button type="button" className="linkish" onClick={() => pick(found)}>
                {text}
              </button>
            )}
            onAddAnyway={() => {
              duplicates.dismiss()
              void send()
            }}
            busy={busy}
          />
        )}
      </fieldset>
    )
  }
  return (
    <PersonCombobox
      id="who"
      label={t('who.label')}
      hint={t('who.hint')}
      error={form.error('who')}
      last="newPerson"
      start={booking.searched}
      onText={booking.setSearched}
      onPick={pick}
      onNew={add}
    />
  )
}

function Chosen({ person, onOther }: { person: ChosenPerson; onOther: (() => void) | undefined }) {
  const { t } = useTranslation('booking')
  return (
    <div className="chosen">
      <div>
        <Trans
          t={t}
          i18nKey="who.chosen"
          values={{ name: person.name }}
          components={{ hidden: <Hidden />, name: <strong className="chosen__name" /> }}
        />
        <span className="chosen__about">{person.about}</span>
      </div>
      {onOther && (
        <button type="button" className="linkish" onClick={onOther}>
          {t('who.other')}
        </button>
      )}
    </div>
  )
}
