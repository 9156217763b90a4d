import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Duplicate } from '../../api/types'
import { Button } from '../../govuk/button'
import { Hidden } from '../../govuk/hidden'
import { InsetText } from '../../govuk/inset-text'
import { listOf } from '../../text/dates'
import { useAbout } from '../person/person-combobox'

interface DuplicatesProps {
  duplicates: Duplicate[]
  /** The control that takes a person who has a record. It ends with the hidden name. */
  same: (duplicate: Duplicate, text: ReactNode) => ReactNode
  onAddAnyway: () => void
  busy: boolean
}

/** The people who may be the one who is being added. */
export function Duplicates({ duplicates, same, onAddAnyway, busy }: DuplicatesProps) {
  const { t } = useTranslation('duplicate')
  const about = useAbout()
  const notice = useRef<HTMLDivElement>(null)
  // Below a long form it would not be seen.
  useLayoutEffect(() => notice.current?.focus(), [duplicates])
  return (
    <div ref={notice} tabIndex={-1} className="overlap">
      <InsetText role="alert">
        <h2 className="govuk-heading-s">{t('heading', { count: duplicates.length })}</h2>
        <ul className="govuk-list">
          {duplicates.map((duplicate) => (
            <li key={duplicate.person.id} className="duplicate">
              <strong>{duplicate.person.name}</strong>
              <div>{about(duplicate.person)}</div>
              <div>{t('shared', { what: listOf(duplicate.shared.map((word) => t(`detail.${word}`))) })}</div>
              {same(
                duplicate,
                <Trans
                  t={t}
                  i18nKey="same"
                  values={{ name: duplicate.person.name }}
                  components={{ hidden: <Hidden /> }}
                />,
              )}
            </li>
          ))}
        </ul>
        <Button type="button" className="govuk-button--secondary" busy={busy} onClick={onAddAnyway}>
          {t('addAnyway')}
        </Button>
      </InsetText>
    </div>
  )
}
