import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutletContext, useParams } from 'react-router'
import { Problem } from '../../api/problem'
import type { WalkIn } from '../../api/types'
import { InsetText } from '../../govuk/inset-text'
import { FormSummary } from '../../page/form'
import { pathParam } from '../../page/guards'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import type { BoardContext } from '../board/board-context'
import { Panel } from '../board/panel'
import { Pill } from '../board/status'
import { CorrectionFields } from '../correction/correction-fields'
import { timesOf, useCorrectionForm } from '../correction/correction-form'
import { CorrectionHistory } from '../correction/correction-history'
import { correctionProblem } from '../correction/correction-problem'
import { useCorrectWalkIn, walkInToCorrectQuery } from '../correction/queries'
import { useWalkInName } from './walk-ins'

export const page = { Component: CorrectWalkIn }

const STATUSES = ['waiting', 'in-conversation', 'finished', 'left'] as const

/** Corrects the status and the times of a walk-in, once the undo has gone. */
function CorrectWalkIn() {
  const { t } = useTranslation('correction')
  const { day } = useOutletContext<BoardContext>()
  const params = useParams()
  const walkInId = pathParam({ params }, 'walkInId')
  const known = day.walkIns.some(({ id }) => id === walkInId)
  const { data, error } = useQuery({ ...walkInToCorrectQuery(walkInId), enabled: known, staleTime: 0 })
  if (error) throw error
  if (!known) {
    return (
      <Panel heading={t('heading')} title={t('heading')} close={paths.day(day.hub.id, day.date)}>
        <InsetText>{t('gone')}</InsetText>
      </Panel>
    )
  }
  return data ? <Correction key={walkInId} start={data} /> : null
}

function Correction({ start }: { start: { body: WalkIn; tag: string } }) {
  const { t } = useTranslation(['correction', 'board'])
  const { day, namesHidden, done } = useOutletContext<BoardContext>()
  const client = useQueryClient()
  const [base, setBase] = useState(start)
  const { busy, send } = useSendOnce(useCorrectWalkIn())
  const form = useCorrectionForm(STATUSES, () => timesOf(base.body))
  const walkIn = base.body
  const name = useWalkInName()(walkIn, namesHidden)

  async function showTheirs() {
    const theirs = await client.fetchQuery({ ...walkInToCorrectQuery(walkIn.id), staleTime: 0 })
    setBase(theirs)
    form.fail([{ text: t('changed', { status: t(`board:status.${theirs.body.status}`) }) }])
  }

  function submit() {
    const body = form.read()
    if (!body) return
    send(
      { id: walkIn.id, tag: base.tag, body },
      {
        onSuccess: () =>
          done(walkIn.withName ? t('doneTell', { name, colleague: walkIn.withName }) : t('done', { name })),
        onError: (error) => {
          if (error instanceof Problem && error.status === 412) {
            showTheirs().catch((failed: unknown) => form.fail([{ text: correctionProblem(failed) }]))
          } else form.fail([{ text: correctionProblem(error) }])
        },
      },
    )
  }

  return (
    <Panel
      heading={t('heading')}
      title={t('title', { name })}
      close={paths.day(day.hub.id, day.date)}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <p className="govuk-body">
        <strong className="chosen__name">{name}</strong> <Pill status={walkIn.status} />
      </p>
      <p className="govuk-body">{t('intro')}</p>
      <CorrectionFields form={form} busy={busy} onSubmit={submit} />
      <CorrectionHistory kind="walk-in" id={walkIn.id} />
    </Panel>
  )
}
