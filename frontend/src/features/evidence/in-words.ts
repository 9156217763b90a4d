import type { EvidenceFigure, EvidenceReportContent } from '../../api/types'
import { lookup } from '../../text/lookup'
import { monthAndYear, monthOf, plainDate } from '../../text/dates'

export type Framework = EvidenceReportContent['framework']
export type Statement = Framework['themes'][number]['statements'][number]
type Value = EvidenceFigure['periods'][number]

/** "July to September 2026", or the day of a figure of that day. */
export function periodInWords({ from, to }: Pick<Value, 'from' | 'to'>): string {
  return from === to ? plainDate(from) : lookup('common', 'time', 'days', { from: monthOf(from), to: monthAndYear(to) })
}

/** The figures of a kind of evidence for a statement, in the order of the framework. */
export function figuresOf(figures: EvidenceFigure[], statement: Statement, kind: string): EvidenceFigure[] {
  return (statement.figures[kind] ?? []).flatMap((code) => figures.filter(({ figure }) => figure === code))
}

/** The figures that the framework names anywhere, each once. */
export function figuresNamed(figures: EvidenceFigure[], { themes, kinds }: Framework): EvidenceFigure[] {
  const statements = themes.flatMap((theme) => theme.statements)
  return [...new Set(statements.flatMap((each) => kinds.flatMap(({ code }) => figuresOf(figures, each, code))))]
}
