import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalAuthority } from '../../api/types'
import { classes } from '../../govuk/classes'
import { ErrorMessage } from '../../govuk/error-message'
import { matching } from './authorities'

interface AuthorityComboboxProps {
  id: string
  label: ReactNode
  hint: ReactNode
  error?: ReactNode
  authorities: LocalAuthority[]
  picked: LocalAuthority | undefined
  onPick: (authority: LocalAuthority | undefined) => void
}

const MOST_SHOWN = 8

/**
 * Finds a council of the register by any words of its name. The list follows the combobox pattern of the ARIA guide:
 * the focus stays in the box, the arrow keys move, Enter picks, Escape closes.
 */
export function AuthorityCombobox({ id, label, hint, error, authorities, picked, onPick }: AuthorityComboboxProps) {
  const { t } = useTranslation(['council', 'common'])
  const list = useId()
  const [text, setText] = useState(picked?.officialName ?? '')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = matching(authorities, text).slice(0, MOST_SHOWN)
  const shown = open && text.trim().length > 0
  const option = (index: number) => `${list}-${index}`

  function choose(authority: LocalAuthority | undefined) {
    if (!authority) return
    setOpen(false)
    setText(authority.officialName)
    onPick(authority)
  }

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || !shown || found.length === 0) return
    if (event.key === 'Escape') setOpen(false)
    else if (event.key === 'ArrowDown') setActive((active + 1) % found.length)
    else if (event.key === 'ArrowUp') setActive((active + found.length - 1) % found.length)
    else if (event.key === 'Enter') choose(found[active])
    else return
    event.preventDefault()
  }

  return (
    <div className={classes('govuk-form-group combobox', Boolean(error) && 'govuk-form-group--error')}>
      <label className="govuk-label govuk-label--s" htmlFor={id}>
        {label}
      </label>
      <div className="govuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      <input
        className={classes('govuk-input', Boolean(error) && 'govuk-input--error')}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${list}-list`}
        aria-activedescendant={shown && found.length > 0 ? option(active) : undefined}
        aria-describedby={classes(`${id}-hint`, Boolean(error) && `${id}-error`)}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
          onPick(undefined)
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <ul
        className="combobox__list"
        id={`${list}-list`}
        role="listbox"
        aria-label={t('council:which.results')}
        hidden={!shown || found.length === 0}
        // The box keeps the focus while a line is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown &&
          found.map((authority, index) => (
            // The keyboard works in the box, as the pattern has it.
            // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
            <li
              className="combobox__option"
              role="option"
              key={authority.code}
              id={option(index)}
              aria-selected={index === active}
              onClick={() => choose(authority)}
            >
              <span className="combobox__name">{authority.officialName}</span>
              <span className="combobox__about">
                {authority.validTo
                  ? t('council:which.ended')
                  : (authority.region ?? t(`common:nation.${authority.nation}`))}
              </span>
            </li>
          ))}
      </ul>
      <p className="govuk-body-s" role="status">
        {shown && found.length === 0 && t('council:which.none')}
      </p>
    </div>
  )
}
