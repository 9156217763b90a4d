import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalAuthority } from '../../api/types'
import { Combobox, useCombobox } from '../../page/combobox'
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

/** Finds a council of the register by any words of its name. */
export function AuthorityCombobox({ id, label, hint, error, authorities, picked, onPick }: AuthorityComboboxProps) {
  const { t } = useTranslation(['council', 'common'])
  const [text, setText] = useState(picked?.officialName ?? '')
  const found = matching(authorities, text).slice(0, MOST_SHOWN)
  const list = useCombobox({ lines: found.length, enough: text.trim().length > 0, onEnter: choose })

  function choose(index: number) {
    const authority = found[index]
    if (!authority) return
    list.close()
    setText(authority.officialName)
    onPick(authority)
  }

  return (
    <Combobox
      {...{ id, label, hint, error, text, list }}
      listLabel={t('council:which.results')}
      onType={(typed) => {
        setText(typed)
        onPick(undefined)
      }}
      onPick={choose}
      lines={found.map((authority) => ({
        key: authority.code,
        content: (
          <>
            <span className="combobox__name">{authority.officialName}</span>
            <span className="combobox__about">
              {authority.validTo
                ? t('council:which.ended')
                : (authority.region ?? t(`common:nation.${authority.nation}`))}
            </span>
          </>
        ),
      }))}
    >
      <p className="govuk-body-s" role="status">
        {list.shown && found.length === 0 && t('council:which.none')}
      </p>
    </Combobox>
  )
}
