import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Details } from '../../govuk/details'
import { FileUpload } from '../../govuk/file-upload'
import { Select } from '../../govuk/select'
import { Table } from '../../govuk/table'
import { requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { measured, measuresOf, pointsOf, readNational, type NationalValue } from './national'
import { RunChart } from './run-chart'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'figures:read')
    return null
  },
  Component: NationalPage,
})

/** Draws the published measures of one council from a file, which stays in the browser. */
function NationalPage() {
  const { t } = useTranslation('insight')
  const [values, setValues] = useState<NationalValue[]>()
  const [unreadable, setUnreadable] = useState(false)
  const [council, setCouncil] = useState('')
  const councils = [...new Set(values?.map((value) => value.council))].sort((one, other) => one.localeCompare(other))

  async function read(file: File | undefined) {
    if (file === undefined) return
    const found = readNational(await file.text())
    setUnreadable(found === undefined)
    setValues(found)
    setCouncil('')
  }

  return (
    <Page heading={t('national.heading')} back={{ href: paths.insights, text: t('back') }} wide>
      <p className="govuk-body">{t('national.intro')}</p>
      <FileUpload
        name="national-file"
        label={{ text: t('national.file') }}
        hint={t('national.fileHint')}
        error={unreadable ? t('national.noFile') : undefined}
        accept=".csv,text/csv"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      {values && (
        <Select
          name="national-council"
          label={{ text: t('national.council') }}
          items={[{ value: '', text: t('national.choose') }, ...councils.map((name) => ({ value: name, text: name }))]}
          value={council}
          onChange={(event) => setCouncil(event.target.value)}
        />
      )}
      {values && council !== '' && (
        <>
          <p className="govuk-body">{t('national.caution')}</p>
          {[...measuresOf(values, council)].map(([measure, years]) => (
            <Measure key={measure} measure={measure} years={years} />
          ))}
        </>
      )}
    </Page>
  )
}

/** One measure over the years, drawn and as a table. */
export function Measure({ measure, years }: { measure: string; years: NationalValue[] }) {
  const { t } = useTranslation('insight')
  const [first] = years
  const last = years.at(-1)
  const points = pointsOf(years)
  if (first === undefined || last === undefined) return null
  const description = t(last.median === undefined ? 'national.descriptionAlone' : 'national.description', {
    first: first.year,
    last: last.year,
    value: measured(last.value),
    median: last.median === undefined ? '' : measured(last.median),
  })
  return (
    <section className="card" aria-label={measure}>
      <h2 className="govuk-heading-m">{measure}</h2>
      <RunChart
        months={points}
        title={t('national.title', { measure })}
        description={description}
        label={{ mean: t('national.mean', { value: measured(points[0]?.mean ?? 0) }) }}
        notes={[]}
        every={12}
        nameOf={(from) => years.find(({ year }) => from.startsWith(year.slice(0, 4)))?.year ?? ''}
      />
      <p className="govuk-body">{description}</p>
      <Details summary={t('national.years')}>
        <Table
          firstCellIsHeader
          numeric={[1, 2]}
          head={[
            { text: t('national.year') },
            { text: t('national.value', { council: last.council }), numeric: true },
            { text: t('national.median'), numeric: true },
          ]}
          rows={years.map(({ year, value, median }) => ({
            key: year,
            cells: [year, measured(value), median === undefined ? '' : measured(median)],
          }))}
        />
      </Details>
    </section>
  )
}
