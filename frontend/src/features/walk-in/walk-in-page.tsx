import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { Problem } from '../../api/problem'
import type { NewWalkIn } from '../../api/types'
import { Panel } from '../board/panel'
import { useAddWalkIn } from './queries'
import { PersonCombobox } from '../person/person-combobox'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { FormSummary, useForm } from '../../page/form'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import type { BoardContext } from '../board/board-context'
import { paths } from '../../page/paths'

export const page = { Component: AddWalkIn }

const REASONS = ['advice', 'help-with-a-form', 'talk', 'drop-in-activity'] as const

/** A walk-in is a person with a record, a name that is kept nowhere else, or unnamed. */
type Who = { personId: string; name: string } | { name: string } | 'prefers-not-to-say'

function AddWalkIn() {
  const { t } = useTranslation('walk-in')
  const { day, call, done } = useOutletContext<BoardContext>()
  const board = paths.day(day.hub.id, day.date)
  const [who, setWho] = useState<Who>()
  const form = useForm<{ reason: string }, string>({ reason: '' })
  const { busy, send } = useSendOnce(useAddWalkIn())
  const first = useRef<HTMLFormElement>(null)

  function choose(next: Who | undefined) {
    setWho(next)
    form.fail([])
    requestAnimationFrame(() =>
      first.current?.querySelector<HTMLElement>(next ? 'input[name=reason]' : '#walk-in-who')?.focus(),
    )
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const reason = REASONS.find((each) => each === form.values.reason)
    const found = [
      ...(who ? [] : [{ field: 'walk-in-who', text: t('error.who') }]),
      ...(reason ? [] : [{ field: 'reason', text: t('error.reason') }]),
    ]
    if (form.fail(found) || !who || !reason) return
    const walkIn: NewWalkIn = {
      reason,
      ...(who !== 'prefers-not-to-say' && ('personId' in who ? { personId: who.personId } : { name: who.name })),
    }
    const name = who === 'prefers-not-to-say' ? t('someone') : call(who.name)
    send(
      { hubId: day.hub.id, date: day.date, walkIn },
      {
        onSuccess: () => done(t('done', { name })),
        onError: (error) =>
          form.fail([
            { text: error instanceof Problem && error.type === 'not-today' ? t('error.notToday') : problemText(error) },
          ]),
      },
    )
  }

  return (
    <Panel heading={t('add')} title={t('title', { hub: day.hub.name })} close={board} wrong={form.wrong} focus={false}>
      <form noValidate onSubmit={submit} ref={first}>
        <FormSummary errors={form.errors} />
        {who ? (
          <div className="chosen">
            <strong className="chosen__name">{who === 'prefers-not-to-say' ? t('prefersNotToSay') : who.name}</strong>
            <button type="button" className="linkish" onClick={() => choose(undefined)}>
              {t('other')}
            </button>
          </div>
        ) : (
          <>
            <PersonCombobox
              id="walk-in-who"
              label={t('who')}
              hint={t('whoHint')}
              error={form.error('walk-in-who')}
              last="nameOnly"
              onPick={(person) => choose({ personId: person.id, name: person.name })}
              onNew={(text) => choose(text.trim() ? { name: text.trim().slice(0, 100) } : undefined)}
            />
            <button type="button" className="btn btn--quiet not-said" onClick={() => choose('prefers-not-to-say')}>
              {t('prefersNotToSay')}
            </button>
          </>
        )}
        <Radios
          name="reason"
          className="govuk-radios--small"
          legend={{ text: t('why'), className: 'govuk-fieldset__legend--s' }}
          error={form.error('reason')}
          items={REASONS.map((value) => ({ value, text: t(`reason.${value}`) }))}
          value={form.values.reason}
          onChange={form.set('reason')}
        />
        <div className="panel__send">
          <Button busy={busy}>{t(busy ? 'adding' : 'send')}</Button>
        </div>
      </form>
    </Panel>
  )
}
