import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SealedSheet, SheetSharing } from '../../api/types'
import { Button } from '../../govuk/button'
import { Select } from '../../govuk/select'
import { Table } from '../../govuk/table'
import { Textarea } from '../../govuk/textarea'
import { WarningText } from '../../govuk/warning-text'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Loading } from '../../page/loading'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { monthsOf } from './in-words'
import { sealedSheetsQuery, useCorrectSheet, type Kind } from './queries'

type Year = SheetSharing['years'][number]

/** The sheets that have left the council, what each year has used, and the correction of a year. */
export function SealedSheets({ sharing, onDone }: { sharing: SheetSharing; onDone: (text: string) => void }) {
  const { t } = useTranslation('sharing')
  const { data, error, isPending, refetch } = useQuery(sealedSheetsQuery())
  const correctable = data?.filter((sheet) => isCorrectable(sheet, sharing)) ?? []
  return (
    <>
      <section>
        <h2 className="govuk-heading-m">{t('sealed.heading')}</h2>
        {isPending && <Loading />}
        {error && !data && <Unavailable error={error} words={t('sealed.unavailable')} onAgain={() => void refetch()} />}
        {data?.length === 0 && <p className="govuk-body">{t('sealed.none')}</p>}
        {data && data.length > 0 && (
          <>
            <p className="govuk-body">{t('sealed.numbers')}</p>
            <Table
              caption={t('sealed.caption')}
              captionClassName="govuk-visually-hidden"
              className="stacks"
              firstCellIsHeader
              head={[{ text: t('sealed.sheet') }, { text: t('sealed.version') }, { text: t('sealed.day') }]}
              rows={data.map((sheet) => ({
                key: sheet.id,
                cells: [
                  sheetInWords(sheet),
                  t(sheet.version === 1 ? 'sealed.first' : 'sealed.correction'),
                  dateAndTime(sheet.sealedAt),
                ],
              }))}
            />
          </>
        )}
      </section>
      <section>
        <h2 className="govuk-heading-m">{t('year.heading')}</h2>
        <p className="govuk-body">{t('year.means')}</p>
        {sharing.years.map((year) => (
          <YearInWords key={year.from} year={year} />
        ))}
      </section>
      {correctable.length > 0 && <CorrectionForm sheets={correctable} onDone={onDone} />}
    </>
  )

  function sheetInWords({ kind, from, to }: SealedSheet): string {
    return t('sealed.row', { sheet: t(`kind.${kind}`), period: monthsOf(from, to) })
  }
}

function isCorrectable(sheet: SealedSheet, { shares, years }: SheetSharing): boolean {
  const year = years.find(({ from, to }) => from <= sheet.from && sheet.from <= to)
  return shares && sheet.version === 1 && (year?.correctable ?? false)
}

function YearInWords({ year }: { year: Year }) {
  const { t } = useTranslation('sharing')
  const { from, to, sealed, usedPercent, keptPercent, correctable, correction } = year
  return (
    <>
      <h3 className="govuk-heading-s">{monthsOf(from, to)}</h3>
      <p className="govuk-body">
        {sealed === 0 ? t('year.none') : t('year.used', { count: sealed, used: usedPercent, kept: keptPercent })}{' '}
        {correctable && t('year.correctable')}
      </p>
      {correction && (
        <p className="govuk-body">
          {t(correction.drawn ? 'year.corrected' : 'year.asked', {
            name: correction.askedByName ?? t('formerMember'),
            when: dateAndTime(correction.askedAt),
            sheet: t(`kind.${correction.kind}`),
            period: monthsOf(correction.from, correction.to),
            reason: correction.reason,
          })}
        </p>
      )}
    </>
  )
}

/** Asks for a sealed sheet to be counted again, after saying what that shows. */
function CorrectionForm({ sheets, onDone }: { sheets: SealedSheet[]; onDone: (text: string) => void }) {
  const { t } = useTranslation('sharing')
  const form = useForm<{ sheet: string; reason: string }>({ sheet: sheets[0]?.id ?? '', reason: '' })
  const correct = useCorrectSheet()

  function send() {
    const sheet = sheets.find(({ id }) => id === form.values.sheet) ?? sheets[0]
    const reason = form.values.reason.trim()
    if (!sheet || form.fail(reason ? [] : [{ field: 'reason', text: t('error.reason.other') }])) return
    correct.mutate(
      { kind: sheet.kind as Kind, from: sheet.from, reason },
      {
        onSuccess: () => onDone(t('correct.done')),
        onError: (refused) => form.fail(formErrors(refused, 'sharing:error')),
      },
    )
  }

  return (
    <section>
      <h2 className="govuk-heading-m">{t('correct.heading')}</h2>
      <p className="govuk-body">{t('correct.means')}</p>
      <WarningText>{t('correct.shows')}</WarningText>
      <FormSummary errors={form.errors} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Select
          {...form.text('sheet')}
          label={{ text: t('correct.sheet') }}
          items={sheets.map(({ id, kind, from, to }) => ({
            value: id,
            text: t('sealed.row', { sheet: t(`kind.${kind}`), period: monthsOf(from, to) }),
          }))}
        />
        <Textarea
          {...form.text('reason')}
          label={{ text: t('correct.reason') }}
          hint={t('correct.hint')}
          error={form.error('reason')}
          rows={3}
          maxLength={500}
        />
        <Button className="govuk-button--secondary" busy={correct.isPending}>
          {t('correct.send')}
        </Button>
      </form>
    </section>
  )
}
