import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Table } from '../govuk/table'

/** A detail in words: what it is called, what is there now, and what is typed here. */
export interface Detail {
  name: string
  theirs: string
  mine: string
}

/** The details that another member of staff saved, where they differ from what is typed here. */
export function ConflictTable({ details, children }: { details: Detail[]; children?: ReactNode }) {
  const { t } = useTranslation()
  const different = details.filter(({ theirs, mine }) => theirs !== mine)
  return (
    <section className="card" id="different" tabIndex={-1}>
      {different.length > 0 ? (
        <Table
          className="stacks"
          caption={t('theirs.heading')}
          captionClassName="govuk-table__caption--m"
          firstCellIsHeader
          head={[{ text: t('theirs.field') }, { text: t('theirs.theirs') }, { text: t('theirs.mine') }]}
          rows={different.map(({ name, theirs, mine }) => ({
            key: name,
            cells: [name, theirs || t('notProvided'), mine || t('notProvided')],
          }))}
        />
      ) : (
        <p className="govuk-body">{t('theirs.none')}</p>
      )}
      {children}
    </section>
  )
}
