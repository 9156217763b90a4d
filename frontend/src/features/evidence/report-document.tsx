import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvidenceReportContent } from '../../api/types'
import { Table } from '../../govuk/table'
import { dateAndTime, listOf } from '../../text/dates'
import { useNumberedPages } from '../day-sheet/numbered-pages'
import { useCouncil } from '../insight/council-name'
import { figuresNamed, figuresOf, periodInWords, type Statement } from './in-words'
import type { Section } from './queries'
import { Source } from './source'

/** The id of a section in its document. */
export const idOf = (section: Section) => `section-${section}`

interface ReportDocumentProps {
  content: EvidenceReportContent
  /** Says who published it and when, or that it is a draft. */
  status: ReactNode
  /** Gives what follows the text of a section, such as the way to change it. */
  after?: (section: Section) => ReactNode
}

/** The report as a document, in the order of a report to a scrutiny committee. */
export function ReportDocument({ content, status, after }: ReportDocumentProps) {
  const { t, i18n } = useTranslation('evidence')
  const { t: ofInsight } = useTranslation('insight')
  const council = useCouncil()
  useNumberedPages()
  const { framework, figures, asAt, follows, definition } = content
  const named = figuresNamed(figures, framework)
  return (
    <article className="letter letter--record" id="report" lang={i18n.language}>
      <p className="letter__council">{council}</p>
      <p>
        <strong>{t('report.asAt', { at: dateAndTime(asAt) })}</strong> {status}
      </p>
      {follows && <p>{t('report.follows', { number: follows.number, published: dateAndTime(follows.publishedAt) })}</p>}
      {content.sections.map(({ section, text }) => (
        <section key={section} aria-labelledby={idOf(section)}>
          <h2 className="govuk-heading-m" id={idOf(section)} tabIndex={-1}>
            {t(`section.${section}`)}
          </h2>
          <p className="record__words">{text || t('report.empty')}</p>
          {section === 'impact' && (
            <>
              <h3 className="govuk-heading-s">{t('report.figures', { at: dateAndTime(asAt) })}</h3>
              <ul>
                {named.map(({ figure, name, periods: [latest] }) => (
                  <li key={figure}>
                    {latest
                      ? t('report.sentence', { sentence: latest.sentence, period: periodInWords(latest) })
                      : t('report.noValue', { name })}
                  </li>
                ))}
              </ul>
            </>
          )}
          {after?.(section)}
        </section>
      ))}
      <h2 className="govuk-heading-m">{t('report.evidence')}</h2>
      <Source framework={framework} />
      {framework.themes.flatMap((theme) =>
        theme.statements.map((statement) => (
          <OfStatement key={statement.code} content={content} theme={theme.name} statement={statement} />
        )),
      )}
      <h2 className="govuk-heading-m">{t('report.definitions')}</h2>
      <p>{ofInsight('published.how')}</p>
      <p>{t('report.definition', { version: definition })}</p>
      {named.map((figure) => (
        <section key={figure.figure}>
          <h3 className="govuk-heading-s">{figure.name}</h3>
          {(['counted', 'of', 'leftOut', 'date'] as const).map((part) => (
            <p key={part}>
              <strong>{t('report.part', { part: ofInsight(`definition.${part}`) })}</strong> {figure[part]}
            </p>
          ))}
        </section>
      ))}
    </article>
  )
}

/** All evidence for one quality statement, and what is missing. */
function OfStatement({
  content,
  theme,
  statement,
}: {
  content: EvidenceReportContent
  theme: string
  statement: Statement
}) {
  const { t } = useTranslation('evidence')
  const { t: ofInsight } = useTranslation('insight')
  const { framework, figures } = content
  const notes = content.notes.filter((note) => note.statement === statement.code)
  const rows = framework.kinds.flatMap((kind) =>
    figuresOf(figures, statement, kind.code).map((figure) => ({ kind, figure, latest: figure.periods[0] })),
  )
  const without = framework.kinds.filter(
    ({ code }) => !rows.some(({ kind }) => kind.code === code) && !notes.some(({ kind }) => kind === code),
  )
  return (
    <section>
      <h3 className="govuk-heading-s">{t('report.statement', { theme, statement: statement.name })}</h3>
      {rows.length > 0 && (
        <Table
          caption={t('report.table', { statement: statement.name })}
          className="stacks"
          firstCellIsHeader
          head={[
            { text: ofInsight('csv.figure') },
            { text: t('column.kind') },
            { text: ofInsight('table.period') },
            { text: ofInsight('table.value') },
            { text: ofInsight('table.base') },
            { text: t('column.before') },
          ]}
          rows={rows.map(({ kind, figure: { figure, name, periods }, latest }) => ({
            key: `${kind.code} ${figure}`,
            cells: [
              name,
              kind.name,
              latest ? periodInWords(latest) : '',
              latest?.value ?? t('noValue'),
              latest?.base ?? '',
              periods[1]?.value ?? '',
            ],
          }))}
        />
      )}
      {notes.map((note, at) => (
        <p className="record__words" key={at}>
          <strong>
            {t('report.note', {
              type: t(`type.${note.type}`),
              kind: framework.kinds.find(({ code }) => code === note.kind)?.name ?? note.kind,
            })}
          </strong>{' '}
          {note.words}
        </p>
      ))}
      <p>
        {statement.missing}{' '}
        {without.length > 0 && t('report.without', { kinds: listOf(without.map(({ name }) => name)) })}
      </p>
    </section>
  )
}
