import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useLoaderData, useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { Evidence, EvidenceFigure, EvidenceNote } from '../../api/types'
import { Button } from '../../govuk/button'
import { Details } from '../../govuk/details'
import { ErrorMessage } from '../../govuk/error-message'
import { Hidden } from '../../govuk/hidden'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { useMay } from '../../page/authorities'
import { readDraft } from '../../page/draft'
import { pathParam, requireAuthority } from '../../page/guards'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { problemText } from '../../page/problem-text'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime } from '../../text/dates'
import { figuresOf, periodInWords, type Statement } from './in-words'
import { NoteForm } from './note-form'
import { evidenceQuery, useAddNote, useChangeNote } from './queries'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'figures:read')
    const { framework } = await client.ensureQueryData({ ...evidenceQuery(), revalidateIfStale: true })
    const code = pathParam(args, 'statement')
    if (!framework.themes.some(({ statements }) => statements.some((each) => each.code === code)))
      throw new Problem(404, {})
    return (await readDraft(args.request)) ?? null
  },
  Component: StatementPage,
})

/** The evidence for one quality statement: figures and notes of each kind, and what is missing. */
function StatementPage() {
  const { t } = useTranslation('evidence')
  const code = useParams()['statement']
  const { data, error, isPending, refetch } = useQuery(evidenceQuery())
  const theme = data?.framework.themes.find(({ statements }) => statements.some((each) => each.code === code))
  const statement = theme?.statements.find((each) => each.code === code)
  return (
    <Page
      heading={statement?.name ?? t('column.statement')}
      caption={theme?.name}
      back={{ href: paths.evidence, text: t('back') }}
    >
      {isPending && <Loading />}
      {error && !data && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {data && statement && <Cells evidence={data} statement={statement} />}
    </Page>
  )
}

const formOf = (of: string) => `evidence-${of}`

function Cells({ evidence, statement }: { evidence: Evidence; statement: Statement }) {
  const { t } = useTranslation('evidence')
  const { framework, figures, notes } = evidence
  const writes = useMay()('figures:write')
  const drafts = useLoaderData<Record<string, object> | null>()
  // One form is open at a time, because the fields of two would have the same ids. It opens again after a reload.
  const [open, setOpen] = useState(() =>
    [...framework.kinds.map(({ code }) => code), ...notes.map(({ id }) => id)].find((of) => drafts?.[formOf(of)]),
  )
  const add = useAddNote()
  return (
    <>
      <InsetText>{statement.missing}</InsetText>
      <p className="govuk-body">{t('rounded')}</p>
      {framework.kinds.map((kind) => {
        const ofKind = figuresOf(figures, statement, kind.code)
        const written = notes.filter((note) => note.statement === statement.code && note.kind === kind.code)
        return (
          <section key={kind.code} aria-labelledby={kind.code}>
            <h2 className="govuk-heading-m" id={kind.code}>
              {kind.name}
            </h2>
            {kind.code === 'outcomes' && <p className="govuk-body">{t('outcomes')}</p>}
            {ofKind.map((figure) => (
              <Figure key={figure.figure} figure={figure} />
            ))}
            {ofKind.length === 0 && <p className="govuk-body">{t('noFigure')}</p>}
            {written.length === 0 && <p className="govuk-body">{t('note.none')}</p>}
            {written.map((note) => (
              <Note key={note.id} note={note} writes={writes} open={open === note.id} onOpen={setOpen} />
            ))}
            {writes &&
              (open === kind.code ? (
                <NoteForm
                  name={formOf(kind.code)}
                  busy={add.isPending}
                  onSave={(note) => add.mutateAsync({ ...note, statement: statement.code, kind: kind.code })}
                  onDone={() => setOpen(undefined)}
                />
              ) : (
                <Button type="button" className="govuk-button--secondary" onClick={() => setOpen(kind.code)}>
                  <Trans t={t} i18nKey="note.add" values={{ kind: kind.name }} components={{ hidden: <Hidden /> }} />
                </Button>
              ))}
          </section>
        )
      })}
    </>
  )
}

/** A figure in its latest period and the one before, with its definition. */
function Figure({ figure }: { figure: EvidenceFigure }) {
  const { t } = useTranslation('evidence')
  const { t: ofInsight } = useTranslation('insight')
  const [latest, before] = figure.periods
  return (
    <>
      <h3 className="govuk-heading-s">{latest ? latest.sentence : figure.name}</h3>
      <p className="govuk-body">
        {latest ? t('value', { period: periodInWords(latest), base: latest.base }) : t('noValue')}{' '}
        {before && ofInsight('before', { period: periodInWords(before), value: before.value })}
      </p>
      <Details summary={t('definition', { name: figure.name })}>
        <SummaryList
          rows={(['counted', 'of', 'leftOut', 'date'] as const).map((part) => ({
            key: ofInsight(`definition.${part}`),
            value: figure[part],
          }))}
        />
        <a className="govuk-link" href={paths.insight(figure.figure)}>
          {t('exact', { name: figure.name })}
        </a>
      </Details>
    </>
  )
}

interface NoteProps {
  note: EvidenceNote
  /** Whether the reader may change notes. */
  writes: boolean
  /** Whether its form is open. */
  open: boolean
  onOpen: (id: string | undefined) => void
}

function Note({ note, writes, open, onOpen }: NoteProps) {
  const { t } = useTranslation('evidence')
  const { t: ofInsight } = useTranslation('insight')
  const change = useChangeNote(note)
  const remove = useChangeNote(note)
  const { id, type, words, writtenAt, writtenByName, changedAt, changedByName } = note
  return (
    <div className="card">
      <h3 className="govuk-heading-s">{t(`type.${type}`)}</h3>
      <p className="govuk-body record__words">{words}</p>
      <p className="govuk-hint">
        {ofInsight('note.written', { at: dateAndTime(writtenAt), name: writtenByName ?? t('someone') })}{' '}
        {changedAt !== undefined &&
          ofInsight('note.changed', { at: dateAndTime(changedAt), name: changedByName ?? t('someone') })}
      </p>
      {remove.error && <ErrorMessage>{problemText(remove.error)}</ErrorMessage>}
      {open && (
        <NoteForm
          name={formOf(id)}
          note={note}
          busy={change.isPending}
          onSave={(content) => change.mutateAsync({ ...content, statement: note.statement, kind: note.kind })}
          onDone={() => onOpen(undefined)}
        />
      )}
      {writes && !open && (
        <p className="step__actions">
          {(['change', 'remove'] as const).map((action) => (
            <button
              key={action}
              type="button"
              className="linkish"
              onClick={() => (action === 'change' ? onOpen(id) : !remove.isPending && remove.mutate('delete'))}
            >
              <Trans
                t={ofInsight}
                i18nKey={`note.do.${action}`}
                values={{ words: words.slice(0, 60) }}
                components={{ hidden: <Hidden /> }}
              />
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
