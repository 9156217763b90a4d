import type { TFunction } from 'i18next'
import type { FigureDetail } from '../../api/types'
import { partInWords } from './in-words'
import type { Code, Filter } from './queries'

type Period = FigureDetail['periods'][number]

export type Cell = string | number | undefined
type Column = [name: string, value: (period: Period) => Cell]

/** The columns of the file after the days. Each figure names its second numbers, and leaves out those that it has not. */
function columnsOf(t: TFunction<'insight'>, { summary, periods, beside }: FigureDetail): Column[] {
  const { figure, unit } = summary
  const part = unit === 'percent' ? 'table.part' : PART[figure]
  const also = ALSO[figure]
  const columns: Column[] = [[t('table.value'), ({ count }) => count.value]]
  if (unit === 'percent' || unit === 'change') {
    columns.push([t('csv.low'), ({ count }) => count.low], [t('csv.high'), ({ count }) => count.high])
  } else {
    columns.push([t('csv.largest'), ({ count }) => count.largest])
  }
  if (unit === 'days' || unit === 'minutes') columns.push([t('table.ninth'), ({ count }) => count.ninthDecile])
  if (unit === 'days' && part !== undefined) {
    columns.push(
      [t('csv.medianOf', { part: t(part) }), ({ count }) => count.medianOfPart],
      [t('csv.medianOfRest'), ({ count }) => count.medianOfRest],
    )
  }
  if (part !== undefined) columns.push([t(part), ({ count }) => count.part])
  if (also !== undefined) columns.push([t(also), ({ count }) => count.also])
  columns.push([t('table.base'), ({ count }) => count.base])
  for (const other of beside) {
    const name = t(`figure.${other.figure}.name`)
    const same = ({ from }: Period) => other.periods.find((each) => each.from === from)?.count
    columns.push(
      [name, (period) => same(period)?.value],
      [t('csv.countedOf', { name }), (period) => same(period)?.base],
    )
  }
  if (periods.some(({ earlier }) => earlier.length > 0))
    columns.push(
      [t('csv.firstValue'), ({ earlier }) => earlier[0]?.value],
      [t('csv.firstDay'), ({ earlier }) => earlier[0]?.countedOn],
    )
  const reasons = new Set(periods.flatMap(({ count }) => count.notCounted.map(({ reason }) => reason)))
  for (const reason of reasons) {
    columns.push([
      t(`reason.${reason}`),
      ({ count }) => count.notCounted.find((each) => each.reason === reason)?.number ?? 0,
    ])
  }
  return columns
}

/** The units that the part of a median or of a number counts. A share has its numerator; other figures have no part. */
const PART: Partial<Record<Code, 'csv.walkedIn' | 'csv.aged65' | 'csv.over28'>> = {
  wait: 'csv.walkedIn',
  'wait-by-dhsc': 'csv.aged65',
  'waiting-now': 'csv.over28',
}

/** The second number of a figure, where its definition names one. */
const ALSO: Partial<Record<Code, 'csv.atOnce' | 'csv.taken' | 'csv.partly' | 'csv.notDone' | 'csv.happened'>> = {
  resolved: 'csv.atOnce',
  'places-used': 'csv.taken',
  'listened-to': 'csv.partly',
  'important-discussed': 'csv.partly',
  'knows-next': 'csv.partly',
  'steps-done': 'csv.notDone',
  connected: 'csv.happened',
}

/** The first rows of a file: which figure of which council it is, its definition, and the day on which it was made. */
export function aboutFile(t: TFunction<'insight'>, detail: FigureDetail, filter: Filter, council: string): Cell[][] {
  const { figure } = detail.summary
  const only = partInWords(t, detail, filter)
  return [
    [t('csv.figure'), t(`figure.${figure}.name`)],
    [t('csv.council'), council],
    ...(only === undefined ? [] : [[t('group.only', { name: only })]]),
    ...(['counted', 'of', 'leftOut', 'date'] as const).map((part) => [
      t(`definition.${part}`),
      t(`figure.${figure}.${part}`),
    ]),
    [t('csv.made'), detail.today],
  ]
}

/** The rows of the file: the definition, then a row for each period. */
export function rowsOfFile(t: TFunction<'insight'>, detail: FigureDetail, filter: Filter, council: string): Cell[][] {
  const columns = columnsOf(t, detail)
  return [
    ...aboutFile(t, detail, filter, council),
    [],
    [t('csv.from'), t('csv.to'), t('csv.complete'), ...columns.map(([name]) => name)],
    ...detail.periods.map((period) => [
      period.from,
      period.to,
      t(period.complete ? 'csv.yes' : 'csv.no'),
      ...columns.map(([, value]) => value(period)),
    ]),
  ]
}
