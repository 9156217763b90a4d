import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useLoaderData } from 'react-router'
import type { FigureNote } from '../../api/types'
import { Button } from '../../govuk/button'
import { ErrorMessage } from '../../govuk/error-message'
import { Hidden } from '../../govuk/hidden'
import { useMay } from '../../page/authorities'
import { Loading } from '../../page/loading'
import { problemText } from '../../page/problem-text'
import { Unavailable } from '../../page/unavailable'
import { dateAndTime, plainDate } from '../../text/dates'
import { NoteForm } from './note-form'
import { notesQuery, useAddNote, useChangeNote } from './queries'
import type { Code } from './queries'

const NEW = 'new'

/** The name of the form of a note, or of a new one. */
const formOf = (id: string) => `note-${id}`

/** The notes under the chart, by the numbers of their marks. Leads write, change and remove them. */
export function Notes({ figure }: { figure: Code }) {
  const { t } = useTranslation('insight')
  const may = useMay()
  const { data: notes, error, isPending, refetch } = useQuery(notesQuery(figure))
  const drafts = useLoaderData<Record<string, object> | null | undefined>()
  // One form is open at a time, because the fields of two would have the same ids. It opens again after a reload.
  const [open, setOpen] = useState(() => [NEW, ...(notes ?? []).map(({ id }) => id)].find((id) => drafts?.[formOf(id)]))
  const add = useAddNote(figure)
  return (
    <section aria-labelledby="notes">
      <h2 className="govuk-heading-m" id="notes">
        {t('note.heading')}
      </h2>
      {isPending && <Loading />}
      {error && !notes && <Unavailable error={error} words={t('note.unavailable')} onAgain={() => void refetch()} />}
      {notes?.length === 0 && <p className="govuk-body">{t('note.none')}</p>}
      {notes && notes.length > 0 && (
        <ol className="govuk-list govuk-list--number">
          {notes.map((note) => (
            <NoteRow
              key={note.id}
              figure={figure}
              note={note}
              writes={may('figures:write')}
              open={open === note.id}
              onOpen={setOpen}
            />
          ))}
        </ol>
      )}
      {notes && may('figures:write') && (
        <div className="not-printed">
          {open === NEW ? (
            <NoteForm
              name={formOf(NEW)}
              busy={add.isPending}
              onSave={(note) => add.mutateAsync(note)}
              onDone={() => setOpen(undefined)}
            />
          ) : (
            <Button type="button" className="govuk-button--secondary" onClick={() => setOpen(NEW)}>
              {t('note.add')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

interface NoteRowProps {
  figure: Code
  note: FigureNote
  /** Whether the reader may change notes. */
  writes: boolean
  /** Whether its form is open. */
  open: boolean
  onOpen: (id: string | undefined) => void
}

function NoteRow({ figure, note, writes, open, onOpen }: NoteRowProps) {
  const { t } = useTranslation('insight')
  const change = useChangeNote(figure, note)
  const remove = useChangeNote(figure, note)
  const { day, words, rebases, writtenAt, writtenByName, changedAt, changedByName } = note
  return (
    <li>
      <strong>{plainDate(day)}</strong> {words}
      <br />
      {rebases && (
        <>
          {t('note.rebased')}
          <br />
        </>
      )}
      <span className="govuk-hint">
        {t('note.written', { at: dateAndTime(writtenAt), name: writtenByName ?? t('note.someone') })}{' '}
        {changedAt !== undefined &&
          t('note.changed', { at: dateAndTime(changedAt), name: changedByName ?? t('note.someone') })}
      </span>
      {remove.error && <ErrorMessage>{problemText(remove.error)}</ErrorMessage>}
      {open && (
        <NoteForm
          name={formOf(note.id)}
          note={note}
          busy={change.isPending}
          onSave={(content) => change.mutateAsync(content)}
          onDone={() => onOpen(undefined)}
        />
      )}
      {writes && !open && (
        <p className="step__actions not-printed">
          {(['change', 'remove'] as const).map((action) => (
            <button
              key={action}
              type="button"
              className="linkish"
              onClick={() => (action === 'change' ? onOpen(note.id) : !remove.isPending && remove.mutate('delete'))}
            >
              <Trans t={t} i18nKey={`note.do.${action}`} values={{ words }} components={{ hidden: <Hidden /> }} />
            </button>
          ))}
        </p>
      )}
    </li>
  )
}
