import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem'
import { classes } from '../../govuk/classes'
import { problemText } from '../../page/problem-text'
import { dateAndTime, dayAt, timeAt, today } from '../../text/dates'
import { findText } from '../../text/lookup'
import { mayRetry, OTHER_MEMBER, type Draft } from './draft'
import { isAsking, isUnsent } from './draft-box'
import { useOfflineSince } from './offline'

type Kind = 'new' | 'saved' | 'saving' | 'waiting' | 'wrong'

/** Why words were refused: the page's own text if there is one. */
export function refusedText(problem: Problem): ReactNode {
  return findText(`conversation:refused.${problem.type || problem.status}`) ?? problemText(problem)
}

/** Says when the record was last saved. */
function useSaved(drafts: readonly Draft[]): { kind: Kind; words: string } {
  const { t } = useTranslation('conversation')
  const times = drafts.flatMap(({ savedAt, base }) => savedAt ?? (base.changedAt ? new Date(base.changedAt) : []))
  if (times.length === 0) return { kind: 'new', words: t('save.new') }
  const last = new Date(Math.max(...times.map(Number)))
  return {
    kind: 'saved',
    words: dayAt(last) === today() ? t('save.at', { time: timeAt(last) }) : t('save.on', { time: dateAndTime(last) }),
  }
}

/** Says why words are not saved; undefined if they are, or are about to be. */
function useTrouble(drafts: readonly Draft[]): { kind: Kind; words: ReactNode } | undefined {
  const { t } = useTranslation('conversation')
  const since = useOfflineSince()
  const unsent = drafts.filter(isUnsent)
  const problems = unsent.flatMap(({ problem }) => problem ?? [])
  const refusal = problems.find((problem) => !mayRetry(problem))
  const place = unsent.every(({ kept }) => kept) ? 'kept' : 'inMemory'

  if (unsent.some(isAsking)) return { kind: 'wrong', words: t('save.asks') }
  if (refusal) return { kind: 'wrong', words: refusedText(refusal) }
  if (problems.some(({ type }) => type === OTHER_MEMBER))
    return { kind: 'wrong', words: t(`save.otherMember.${place}`) }
  if (problems.some(({ status }) => status === 401)) {
    const words = (
      <>
        {problemText(Problem.signedOut())}. {t(`save.signedOut.${place}`)}
      </>
    )
    return { kind: 'wrong', words }
  }
  if (since) {
    const state = unsent.length === 0 ? 'saved' : place
    return { kind: 'waiting', words: t(`save.offline.${state}`, { time: timeAt(since) }) }
  }
  return problems.length > 0 ? { kind: 'waiting', words: t(`save.again.${place}`) } : undefined
}

/**
 * The save state in a box. While words are on their way, assistive technology keeps the words of before: otherwise it
 * would speak at each pause in typing.
 */
export function SaveState({ drafts }: { drafts: readonly Draft[] }) {
  const { t } = useTranslation(['conversation', 'common'])
  const saved = useSaved(drafts)
  const trouble = useTrouble(drafts)
  const saving = !trouble && drafts.some(isUnsent)
  const { kind, words } = trouble ?? saved
  return (
    <div className={`save-state save-state--${saving ? 'saving' : kind}`}>
      {saving && <span aria-hidden="true">{t('common:busy.saving')}</span>}
      <div role="status" className={classes(saving && 'govuk-visually-hidden')}>
        {words}
      </div>
    </div>
  )
}
