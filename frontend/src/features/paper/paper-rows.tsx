import { Trans, useTranslation } from 'react-i18next'
import type { PaperRow } from '../../api/types'
import { Radios } from '../../govuk/choices'
import { Hidden } from '../../govuk/hidden'
import { Input } from '../../govuk/input'
import { paths } from '../../page/paths'
import { timeAt, timeOfDay, type Day } from '../../text/dates'
import { Pill } from '../board/status'
import { arrivedId, isOpen, outcomeId, OUTCOMES, typedRow, type PaperForm, type TypedRow } from './paper-form'

interface PaperRowsProps {
  hubId: string
  date: Day
  rows: PaperRow[]
  form: PaperForm
  error: (field: string) => React.ReactNode
  onChange: (bookingId: string, row: TypedRow) => void
}

/** The bookings of the session, each with what the paper says of it. */
export function PaperRows({ hubId, date, rows, form, error, onChange }: PaperRowsProps) {
  const { t } = useTranslation('paper')
  if (rows.length === 0) return <p className="govuk-body">{t('noBookings')}</p>
  return (
    <ul className="paper">
      {rows.map((row) => (
        <li key={row.bookingId} className="paper__row">
          <div className="paper__person">
            <div>{timeOfDay(row.starts)}</div>
            <div>
              <strong>{row.personName}</strong>
            </div>
          </div>
          {isOpen(row) ? (
            <OpenRow row={row} typed={typedRow(form, row.bookingId)} error={error} onChange={onChange} />
          ) : (
            <p className="paper__done">
              <Pill status={row.status} /> {row.arrivedAt && timeAt(row.arrivedAt)}{' '}
              <a className="govuk-link" href={paths.correctBooking(hubId, date, row.bookingId)}>
                <Trans t={t} i18nKey="correct" values={{ name: row.personName }} components={{ hidden: <Hidden /> }} />
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

interface OpenRowProps extends Pick<PaperRowsProps, 'error' | 'onChange'> {
  row: PaperRow
  typed: TypedRow
}

function OpenRow({ row, typed, error, onChange }: OpenRowProps) {
  const { t } = useTranslation(['paper', 'correction'])
  const id = row.bookingId
  return (
    <>
      <Radios
        name={outcomeId(id)}
        className="govuk-radios--inline govuk-radios--small"
        legend={{ text: t('paper:outcomeOf', { name: row.personName }), className: 'govuk-visually-hidden' }}
        error={error(outcomeId(id))}
        items={OUTCOMES.map((value) => ({ value, text: t(`paper:outcome.${value}`) }))}
        value={typed.outcome}
        onChange={(outcome) => onChange(id, { ...typed, outcome: outcome as TypedRow['outcome'] })}
      />
      <Input
        name={arrivedId(id)}
        label={{
          text: (
            <>
              {t('paper:arrived')}
              <span className="govuk-visually-hidden"> {row.personName}</span>
            </>
          ),
        }}
        className="govuk-input--width-5"
        error={error(arrivedId(id))}
        disabled={typed.outcome === 'did-not-come' || typed.outcome === 'cancelled'}
        value={typed.arrived}
        onChange={(event) => onChange(id, { ...typed, arrived: event.target.value })}
        autoComplete="off"
      />
    </>
  )
}
