import type { ReactNode } from 'react'
import { classes } from './classes'

export interface Column {
  text: ReactNode
  numeric?: boolean | undefined
  className?: string | undefined
}

interface TableProps {
  caption?: ReactNode
  captionClassName?: string | undefined
  head?: Column[] | undefined
  rows: { key: string; cells: ReactNode[] }[]
  numeric?: number[] | undefined
  firstCellIsHeader?: boolean | undefined
  className?: string | undefined
}

/**
 * A plain table. `numeric` names the columns of numbers, which are set to the right. Each cell carries its column's text,
 * which stands before the cell where a phone sets the rows as blocks.
 */
export function Table({
  caption,
  captionClassName,
  head,
  rows,
  numeric = [],
  firstCellIsHeader,
  className,
}: TableProps) {
  const columns = head?.map(({ text }) => (typeof text === 'string' ? text : undefined))
  return (
    <table className={classes('govuk-table', className)}>
      {caption && <caption className={classes('govuk-table__caption', captionClassName)}>{caption}</caption>}
      {head && (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map((column, at) => (
              <th
                scope="col"
                className={classes(
                  'govuk-table__header',
                  column.numeric && 'govuk-table__header--numeric',
                  column.className,
                )}
                key={at}
              >
                {column.text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr className="govuk-table__row" key={row.key}>
            {row.cells.map((cell, at) =>
              at === 0 && firstCellIsHeader ? (
                <th scope="row" className="govuk-table__header" key={at}>
                  {cell}
                </th>
              ) : (
                <td
                  className={classes('govuk-table__cell', numeric.includes(at) && 'govuk-table__cell--numeric')}
                  data-column={columns?.[at]}
                  key={at}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
