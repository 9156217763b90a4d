import { useTranslation } from 'react-i18next'
import type { SubmissionCheck, SubmissionField } from '../../api/types'
import { Details } from '../../govuk/details'
import { Table } from '../../govuk/table'
import { numberOf } from '../../text/dates'
import { adviceInWords, fieldName, isFailing, resultInWords } from './in-words'

interface CheckProps {
  check: SubmissionCheck
}

function Name({ field }: { field: SubmissionField }) {
  return (
    <>
      {fieldName(field)}
      <div className="govuk-hint govuk-!-margin-bottom-0">{field.name}</div>
    </>
  )
}

/** The fields that fail, first those that a member can complete in this product. */
export function FailingFields({ check }: CheckProps) {
  const { t } = useTranslation('client-level-data')
  const failing = check.fields.filter(isFailing)
  const rows = [...failing.filter(({ recorded }) => recorded), ...failing.filter(({ recorded }) => !recorded)]
  if (rows.length === 0) return <p className="govuk-body">{t('noneFails')}</p>
  return (
    <>
      <Table
        caption={t('failing', { count: rows.length })}
        captionClassName="govuk-table__caption--m"
        className="stacks"
        firstCellIsHeader
        head={[{ text: t('column.field') }, { text: t('column.result') }, { text: t('column.advice') }]}
        rows={rows.map((field) => ({
          key: field.field,
          cells: [<Name key="name" field={field} />, resultInWords(t, field, check.events), adviceInWords(t, field)],
        }))}
      />
      {failing.some(({ recorded }) => !recorded) && <p className="govuk-body">{t('caseSystem')}</p>}
    </>
  )
}

/** The fields that pass, and those that do not apply to a request. */
export function OtherFields({ check }: CheckProps) {
  const { t } = useTranslation('client-level-data')
  const passing = check.fields.filter((field) => field.applicable && !isFailing(field))
  const others = check.fields.filter(({ applicable }) => !applicable)
  return (
    <>
      <Details summary={t('passing', { count: passing.length })}>
        <Table
          className="stacks"
          firstCellIsHeader
          head={[{ text: t('column.field') }, { text: t('column.result') }]}
          rows={passing.map((field) => ({
            key: field.field,
            cells: [
              <Name key="name" field={field} />,
              field.blank === 0
                ? t('result.valid')
                : t('result.blank', { number: numberOf(field.blank), of: numberOf(check.events) }),
            ],
          }))}
        />
      </Details>
      <Details summary={t('notApplicable', { count: others.length })}>
        <p className="govuk-body">{t('notApplicableWhy')}</p>
        <ul className="govuk-list">
          {others.map(({ field, name }) => (
            <li key={field}>{name}</li>
          ))}
        </ul>
      </Details>
    </>
  )
}
