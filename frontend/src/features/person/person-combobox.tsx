import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundPerson } from '../../api/types'
import { classes } from '../../govuk/classes'
import { ErrorMessage } from '../../govuk/error-message'
import { problemText } from '../../page/problem-text'
import { useSlow } from '../../page/loading'
import { plainDate } from '../../text/dates'
import { LEAST_LETTERS, peopleSearchQuery } from './queries'

interface PersonComboboxProps {
  id: string
  label: string
  hint?: string
  error?: ReactNode
  /** The last line of the list, which takes the typed text. */
  last: 'newPerson' | 'nameOnly'
  onPick: (person: FoundPerson) => void
  onNew: (text: string) => void
}

const NEW = 'new'

/** The text, once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 180)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** "born 1948 · phone ending 982 · last seen 3 November 2026" */
export function useAbout() {
  const { t } = useTranslation('person')
  return (person: FoundPerson) =>
    [
      person.bornYear && t('about.born', { year: person.bornYear }),
      person.phoneEnding && t('about.phone', { ending: person.phoneEnding }),
      person.lastSeen ? t('about.seen', { date: plainDate(person.lastSeen) }) : t('about.notSeen'),
    ]
      .filter(Boolean)
      .join(' · ')
}

/**
 * Finds a person by two letters or more. The list follows the combobox pattern of the ARIA guide: the focus stays in
 * the box, the arrow keys move, Enter picks, Escape closes. Its last line always offers what was typed.
 */
export function PersonCombobox({ id, label, hint, error, last, onPick, onNew }: PersonComboboxProps) {
  const { t } = useTranslation('person')
  const about = useAbout()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  // What Enter was pressed on before the list belonged to all that was typed.
  const [wanted, setWanted] = useState<string>()
  const settled = useSettled(text.trim())
  const search = useQuery({ ...peopleSearchQuery(settled), placeholderData: keepPreviousData })
  const enough = text.trim().length >= LEAST_LETTERS
  const current = settled === text.trim() && !search.isPlaceholderData
  const slow = useSlow(enough && (!current || search.isFetching))
  const people = enough && settled.length >= LEAST_LETTERS ? (search.data?.items ?? []) : []
  const shown = open && enough
  // The line after the people offers what was typed.
  const lines = people.length + 1
  const at = Math.min(active, lines - 1)
  const option = (index: number) => `${list}-${index}`

  useLayoutEffect(() => input.current?.focus(), [])

  function choose(index: number) {
    const person = people[index]
    setOpen(false)
    setWanted(undefined)
    if (person) onPick(person)
    else onNew(text)
  }

  const ready = shown && current && !search.isFetching
  // Fast typing: picks only the person who was shown and still is, and no new person if some are known.
  const found =
    wanted === NEW ? (people.length === 0 ? 0 : -1) : people.findIndex(({ id: person }) => person === wanted)
  const chooseLatest = useRef(choose)
  useLayoutEffect(() => {
    chooseLatest.current = choose
  })
  useEffect(() => {
    if (ready && wanted !== undefined && found >= 0) queueMicrotask(() => chooseLatest.current(found))
  }, [ready, wanted, found])

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && shown) setOpen(false)
    else if (event.key === 'ArrowDown' && enough) {
      setActive(shown ? (at + 1) % lines : 0)
      setOpen(true)
    } else if (event.key === 'ArrowUp' && shown) setActive((at + lines - 1) % lines)
    else if (event.key === 'Enter' && shown) {
      // Not before the list belongs to what was typed: it would pick another person.
      if (ready) choose(at)
      else setWanted(people[at]?.id ?? NEW)
    } else return
    event.preventDefault()
  }

  const described = classes(hint && `${id}-hint`, Boolean(error) && `${id}-error`)
  return (
    <div className={classes('govuk-form-group combobox', Boolean(error) && 'govuk-form-group--error')}>
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <input
        className={classes('govuk-input', Boolean(error) && 'govuk-input--error')}
        id={id}
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${list}-list`}
        aria-activedescendant={shown ? option(at) : undefined}
        aria-describedby={described || undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setWanted(undefined)
          setOpen(true)
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <ul
        className="combobox__list"
        id={`${list}-list`}
        role="listbox"
        aria-label={t('search.results')}
        hidden={!shown}
        // The box keeps the focus while a line is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown &&
          people.map((person, index) => (
            // The keyboard works in the box, as the pattern has it.
            // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
            <li
              className="combobox__option"
              role="option"
              key={person.id}
              id={option(index)}
              aria-selected={index === at}
              onClick={() => choose(index)}
            >
              <span className="combobox__name">{person.name}</span>
              <span className="combobox__about">{about(person)}</span>
            </li>
          ))}
        {shown && (
          // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
          <li
            className="combobox__option combobox__option--new"
            role="option"
            id={option(people.length)}
            aria-selected={at === people.length}
            onClick={() => choose(people.length)}
          >
            {t(`search.last.${last}`, { name: text.trim() })}
          </li>
        )}
      </ul>
      <div className="combobox__state" role="status">
        {shown && slow && t('search.searching')}
        {shown && !slow && search.isError && current && problemText(search.error)}
        {shown && !slow && search.isSuccess && current && (
          <span className="govuk-visually-hidden">{t(`search.found.${last}`, { count: people.length })}</span>
        )}
      </div>
    </div>
  )
}
