import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import type { FoundPerson } from '../../api/types'
import { Combobox, useCombobox, useEarlyEnter } from '../../page/combobox'
import { useSlow } from '../../page/loading'
import { problemText } from '../../page/problem-text'
import { useSettled } from '../../page/settled'
import { plainDate } from '../../text/dates'
import { LEAST_LETTERS, peopleSearchQuery } from './queries'

interface PersonComboboxProps {
  id: string
  label: string
  hint?: string
  error?: ReactNode
  /** The last line of the list, which takes the typed text. Without it, only a person who is found can be chosen. */
  last?: 'newPerson' | 'nameOnly'
  /** Whether the box takes the focus when the page shows. */
  focused?: boolean
  /** The text to begin with, and each text that is typed. */
  start?: string
  onText?: (text: string) => void
  onPick: (person: FoundPerson) => void
  onNew?: (text: string) => void
}

const NEW = 'new'

/** Whether the words for a refusal say more than that the search failed: who is signed out, or sent too much. */
function saysHow(error: unknown): boolean {
  return error instanceof Problem && (error.status === 401 || error.status === 429)
}

/** "born 1948 · Mill Lane · phone ending 982 · last seen 3 November 2026" */
export function useAbout() {
  const { t } = useTranslation('person')
  return (person: FoundPerson) =>
    [
      person.bornYear && t('about.born', { year: person.bornYear }),
      person.street,
      person.phoneEnding && t('about.phone', { ending: person.phoneEnding }),
      person.lastSeen ? t('about.seen', { date: plainDate(person.lastSeen) }) : t('about.notSeen'),
    ]
      .filter(Boolean)
      .join(' · ')
}

/**
 * Finds a person by two letters or more. The last line of the list offers what was typed. Arrow Down does not go from a
 * person to that line, so that Arrow Down and Enter never add a person where one was found; Arrow Up from the first does.
 */
export function PersonCombobox({
  id,
  label,
  hint,
  error,
  last,
  focused = true,
  start = '',
  onText,
  onPick,
  onNew,
}: PersonComboboxProps) {
  const { t } = useTranslation('person')
  const about = useAbout()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(start)
  // What Enter was pressed on before the list belonged to all that was typed.
  const [wanted, setWanted] = useState<string>()
  const settled = useSettled(text.trim())
  const search = useQuery({ ...peopleSearchQuery(settled), placeholderData: keepPreviousData })
  const enough = text.trim().length >= LEAST_LETTERS
  const current = settled === text.trim() && !search.isPlaceholderData
  const slow = useSlow(enough && (!current || search.isFetching))
  const people = enough && settled.length >= LEAST_LETTERS ? (search.data?.items ?? []) : []
  const failed = search.isError && current
  // Without a search, a new person might be one who has a record.
  const lines = people.length + (!last || (failed && last === 'newPerson') ? 0 : 1)
  const list = useCombobox({ lines, reach: people.length || lines, enough, onEnter: enter })
  const ready = list.shown && current && !search.isFetching

  useLayoutEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])

  function choose(index: number) {
    const person = people[index]
    list.close()
    setWanted(undefined)
    if (person) onPick(person)
    else onNew?.(text)
  }

  function enter(index: number) {
    // Not before the list belongs to what was typed: it would pick another person.
    if (ready) choose(index)
    else setWanted(people[index]?.id ?? NEW)
  }

  // Fast typing: picks only the person who was shown and still is, and no new person if some are known.
  const found =
    wanted === NEW
      ? people.length === 0 && lines > 0
        ? 0
        : -1
      : people.findIndex(({ id: person }) => person === wanted)
  useEarlyEnter(ready && wanted !== undefined ? found : -1, choose)

  return (
    <Combobox
      {...{ id, label, hint, error, text, list }}
      inputRef={input}
      listLabel={t('search.results')}
      onType={(typed) => {
        setText(typed)
        onText?.(typed)
        setWanted(undefined)
      }}
      onPick={choose}
      lines={[
        ...people.map((person) => ({
          key: person.id,
          content: (
            <>
              <span className="combobox__name">{person.name}</span>
              <span className="combobox__about">{about(person)}</span>
            </>
          ),
        })),
        {
          key: NEW,
          className: 'combobox__option--new',
          content: last && t(`search.last.${last}`, { name: text.trim() }),
        },
      ].slice(0, lines)}
    >
      <div className="combobox__state" role="status">
        {list.shown && slow && t('search.searching')}
        {enough && !slow && failed && (
          <>
            {saysHow(search.error) ? problemText(search.error) : t('search.failed')}{' '}
            <button type="button" className="linkish" onClick={() => void search.refetch()}>
              {t('search.again')}
            </button>
          </>
        )}
        {list.shown && !slow && search.isSuccess && current && (
          <span className={last || people.length > 0 ? 'govuk-visually-hidden' : undefined}>
            {t(`search.found.${last ?? 'only'}`, { count: people.length })}
          </span>
        )}
      </div>
    </Combobox>
  )
}
