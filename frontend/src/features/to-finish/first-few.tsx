import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The entries of a group that show before the others are asked for. */
const FEW = 5

/** A group of the list, with its first entries and a button that shows the others. */
export function FirstFew({ heading, entries }: { heading: string; entries: ReactNode[] }) {
  const { t } = useTranslation('to-finish')
  const [open, setOpen] = useState(false)
  const more = entries.length - FEW
  if (entries.length === 0) return null
  return (
    <>
      <h3 className="govuk-heading-s to-finish__group">{heading}</h3>
      <ul className="to-finish__list">{open || more <= 0 ? entries : entries.slice(0, FEW)}</ul>
      {!open && more > 0 && (
        <button type="button" className="linkish" onClick={() => setOpen(true)}>
          {t('showAll', { count: more })}
        </button>
      )}
    </>
  )
}
