import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Combobox, useCombobox, useEarlyEnter } from '../../page/combobox'
import { problemText } from '../../page/problem-text'
import { useSettled } from '../../page/settled'
import { hubsQuery } from '../hub/queries'
import type { ChosenHub } from './use-book-form'

const MOST_SHOWN = 8

/** Finds a hub by any part of its name or address. Its list is open at once. */
export function HubCombobox({ error, onPick }: { error: ReactNode; onPick: (hub: ChosenHub) => void }) {
  const { t } = useTranslation('booking')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  // What Enter was pressed on before the list belonged to all that was typed.
  const [wanted, setWanted] = useState<string>()
  const settled = useSettled(text.trim())
  const search = useQuery({ ...hubsQuery(settled, 0), placeholderData: keepPreviousData })
  const current = settled === text.trim() && !search.isPlaceholderData
  const hubs = search.data?.items.slice(0, MOST_SHOWN) ?? []
  const list = useCombobox({ lines: hubs.length, enough: true, startsOpen: true, onEnter: choose })
  useLayoutEffect(() => input.current?.focus(), [])

  function choose(index: number) {
    const hub = hubs[index]
    // Not before the list belongs to what was typed: another hub would be picked.
    if (hub && current) onPick({ id: hub.id, name: hub.name })
    else setWanted(hub?.id)
  }

  const found = hubs.findIndex(({ id }) => id === wanted)
  useEarlyEnter(current ? found : -1, choose)

  return (
    <Combobox
      id="hub"
      label={t('where.label')}
      error={error}
      text={text}
      list={list}
      inputRef={input}
      listLabel={t('where.results')}
      onType={(typed) => {
        setText(typed)
        setWanted(undefined)
      }}
      onPick={choose}
      lines={hubs.map((hub) => ({
        key: hub.id,
        content: (
          <>
            <span className="combobox__name">{hub.name}</span>
            <span className="combobox__about">{[...hub.address, hub.postcode].join(', ')}</span>
          </>
        ),
      }))}
    >
      <div className="combobox__state" role="status">
        {search.isError && problemText(search.error)}
        {search.isSuccess && current && (
          <span className={hubs.length > 0 ? 'govuk-visually-hidden' : undefined}>
            {t('where.found', { count: search.data.total })}
          </span>
        )}
      </div>
    </Combobox>
  )
}
