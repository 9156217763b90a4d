import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { classes } from '../govuk/classes'
import { ErrorMessage } from '../govuk/error-message'

interface ComboboxState {
  /** The number of lines in the list. */
  lines: number
  /** The number of lines at the top that Arrow Down stays among; all of them if left out. */
  reach?: number
  /** Whether enough is typed for the list to open. */
  enough: boolean
  /** Whether the list is open before anything is typed. */
  startsOpen?: boolean
  /** Enter was pressed on a line. */
  onEnter: (line: number) => void
}

/**
 * The list of a combobox, in the pattern of the ARIA guide: the focus stays in the box, the arrow keys move, Enter picks,
 * Escape closes.
 */
export function useCombobox({ lines, reach = lines, enough, startsOpen = false, onEnter }: ComboboxState) {
  const [open, setOpen] = useState(startsOpen)
  const [active, setActive] = useState(0)
  const shown = open && enough
  const at = Math.min(active, lines - 1)

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && shown) setOpen(false)
    else if (lines === 0) return
    else if (event.key === 'ArrowDown' && enough) {
      setActive(shown ? (at + 1) % reach : 0)
      setOpen(true)
    } else if (event.key === 'ArrowUp' && shown) setActive((at + lines - 1) % lines)
    else if (event.key === 'Enter' && shown) onEnter(at)
    else return
    event.preventDefault()
  }

  return {
    shown,
    at,
    press,
    close: () => setOpen(false),
    /** Opens the list again, with its first line active, because the text has changed. */
    restart(): void {
      setActive(0)
      setOpen(true)
    },
  }
}

/**
 * Takes a line on which Enter was pressed before the list belonged to all that was typed.
 *
 * @param line the line, once the list is current; -1 while there is none to take
 */
export function useEarlyEnter(line: number, take: (line: number) => void) {
  const latest = useRef(take)
  useLayoutEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    if (line >= 0) queueMicrotask(() => latest.current(line))
  }, [line])
}

interface ComboboxProps {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  text: string
  onType: (text: string) => void
  list: ReturnType<typeof useCombobox>
  listLabel: string
  lines: { key: string; className?: string; content: ReactNode }[]
  onPick: (line: number) => void
  inputRef?: Ref<HTMLInputElement>
  /** A sentence about the list, below it. */
  children: ReactNode
}

/** A box to type in, with the lines that match what is typed. */
export function Combobox({
  id,
  label,
  hint,
  error,
  text,
  onType,
  list,
  listLabel,
  lines,
  onPick,
  inputRef,
  children,
}: ComboboxProps) {
  const listId = useId()
  const option = (index: number) => `${listId}-${index}`
  const described = classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`)
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
        ref={inputRef}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={list.shown}
        aria-controls={`${listId}-list`}
        aria-activedescendant={list.shown && lines.length > 0 ? option(list.at) : undefined}
        aria-describedby={described || undefined}
        value={text}
        onChange={(event) => {
          onType(event.target.value)
          list.restart()
        }}
        onKeyDown={list.press}
        onBlur={list.close}
      />
      <ul
        className="combobox__list"
        id={`${listId}-list`}
        role="listbox"
        aria-label={listLabel}
        hidden={!list.shown || lines.length === 0}
        // The box keeps the focus while a line is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        {list.shown &&
          lines.map(({ key, className, content }, index) => (
            // The keyboard works in the box, as the pattern has it.
            // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
            <li
              className={classes('combobox__option', className)}
              role="option"
              key={key}
              id={option(index)}
              aria-selected={index === list.at}
              onClick={() => onPick(index)}
            >
              {content}
            </li>
          ))}
      </ul>
      {children}
    </div>
  )
}
