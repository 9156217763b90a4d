import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetFact, SheetPreview, SheetSharing } from '../../api/types'
import { Table } from '../../govuk/table'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { numberOf, plainDate } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { monthsOf, shortMonthsOf } from './in-words'
import { nextSheetQuery, type Kind } from './queries'

/** The exact numbers of the sheet that is sealed next, for the lead to check. */
export function NextSheet({ sharing }: { sharing: SheetSharing }) {
  const { t } = useTranslation('sharing')
  const first = [...sharing.next].sort((one, other) => one.sealsOn.localeCompare(other.sealsOn))[0]
  const [kind, setKind] = useState<Kind>(first?.kind ?? 'quarter')
  const { data, error, isPending, refetch } = useQuery(nextSheetQuery(kind))
  return (
    <section>
      <h2 className="govuk-heading-m">{t('next.heading')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {sharing.next.map((sheet) => (
          <li key={sheet.kind}>
            {t(sheet.willBeSealed ? 'next.willBeSealed' : 'next.wouldBeSealed', {
              sheet: t(`kind.${sheet.kind}`),
              period: monthsOf(sheet.from, sheet.to),
              day: plainDate(sheet.sealsOn),
            })}{' '}
            {sheet.kind !== kind && (
              <button type="button" className="linkish" onClick={() => setKind(sheet.kind)}>
                {t('next.show', { sheet: t(`kind.${sheet.kind}`) })}
              </button>
            )}
          </li>
        ))}
      </ul>
      <h3 className="govuk-heading-s">{t('next.check')}</h3>
      <p className="govuk-body">{t('next.exact')}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t('next.checkNumbers')}</li>
        <li>{t('next.checkRecorded')}</li>
        <li>
          {t('next.checkTwice')}{' '}
          <a className="govuk-link" href={paths.personMerges}>
            {t('next.duplicates')}
          </a>
        </li>
      </ul>
      {isPending && <Loading />}
      {error && <Unavailable error={error} words={t('next.unavailable')} onAgain={() => void refetch()} />}
      {data && <Facts preview={data} />}
    </section>
  )
}

function Facts({ preview }: { preview: SheetPreview }) {
  const { t } = useTranslation('sharing')
  const { facts, kind, from, to, beforeFrom, beforeTo } = preview
  const period = monthsOf(from, to)
  const columns = [
    { text: shortMonthsOf(from, to), numeric: true },
    { text: shortMonthsOf(beforeFrom, beforeTo), numeric: true },
  ]
  if (facts.every(({ people, before, notRecorded }) => people + before + notRecorded === 0)) {
    return <p className="govuk-body-l">{t('next.empty', { sheet: t(`kind.${kind}`), period })}</p>
  }
  if (kind === 'breakdowns') return <Groups facts={facts} columns={columns} />
  return facts.map((fact) => (
    <div key={fact.fact}>
      <Table
        caption={t(`fact.${fact.fact}`)}
        captionClassName="govuk-table__caption--s"
        firstCellIsHeader
        head={[{ text: t('next.people') }, ...columns]}
        numeric={[1, 2]}
        rows={fact.cells.map(({ cell, people, before }) => ({
          key: cell,
          cells: [lookup('sharing', 'cell', cell), numberOf(people), numberOf(before)],
        }))}
      />
      <p className="govuk-body-s">{notRecorded(fact)}</p>
    </div>
  ))

  function notRecorded({ people, notRecorded: missing }: SheetFact): string {
    const all = people + missing
    return all === 0
      ? t('next.none')
      : t('next.notRecorded', { count: missing, percent: Math.round((100 * missing) / all) })
  }
}

/** The people in each group of the breakdowns. Their cells are not shown, because few people may be in one. */
function Groups({ facts, columns }: { facts: SheetFact[]; columns: { text: string; numeric: boolean }[] }) {
  const { t } = useTranslation('sharing')
  const names = [...new Set(facts.map(({ fact }) => fact))]
  return (
    <>
      <p className="govuk-body">{t('next.groups')}</p>
      {names.map((name) => (
        <Table
          key={name}
          caption={t(`fact.${name}`)}
          captionClassName="govuk-table__caption--s"
          firstCellIsHeader
          head={[{ text: t('next.people') }, ...columns]}
          numeric={[1, 2]}
          rows={facts
            .filter(({ fact }) => fact === name)
            .map(({ group, people, before }) => ({
              key: group ?? '',
              cells: [lookup('sharing', 'group', group ?? 'other'), numberOf(people), numberOf(before)],
            }))}
        />
      ))}
    </>
  )
}
