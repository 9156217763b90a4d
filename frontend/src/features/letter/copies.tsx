import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Letter } from '../../api/types'
import { Textarea } from '../../govuk/textarea'
import { problemText } from '../../page/problem-text'
import { dateAndTime } from '../../text/dates'
import { useChangeLetter } from './queries'

const HOW = ['printed', 'by-hand', 'post'] as const

/** The copies that were given, and the way to withdraw the letter. A copy stays noted after that. */
export function Copies({ letter, onDone }: { letter: Letter; onDone: (text: string) => void }) {
  const { t } = useTranslation(['letter', 'common'])
  const { mutate, isPending, error } = useChangeLetter(letter)
  const [reason, setReason] = useState('')
  const [withdrawing, setWithdrawing] = useState(false)
  const [missing, setMissing] = useState(false)
  const { copies, withdrawal } = letter
  return (
    <section className="card">
      <h2 className="govuk-heading-s">{t('letter:copies.heading')}</h2>
      {copies.length === 0 && <p className="govuk-body">{t('letter:copies.none')}</p>}
      <ul className="govuk-list">
        {copies.map(({ how, at, byName }) => (
          <li key={at + how}>
            {t('letter:copies.given', {
              how: t(`letter:how.${how}`),
              time: dateAndTime(at),
              name: byName ?? t('common:aColleague'),
            })}
          </li>
        ))}
      </ul>
      {error && (
        <p className="govuk-error-message" role="alert">
          {problemText(error)}
        </p>
      )}
      {withdrawal ? (
        <p className="govuk-body record__words">
          {t('letter:copies.withdrawn', {
            time: dateAndTime(withdrawal.at),
            name: withdrawal.byName ?? t('common:aColleague'),
            reason: withdrawal.reason,
          })}
        </p>
      ) : (
        <>
          <p className="govuk-body">{t('letter:copies.note')}</p>
          <div className="govuk-button-group">
            {HOW.map((how) => (
              <button
                key={how}
                type="button"
                className="btn"
                aria-disabled={isPending || undefined}
                onClick={() => !isPending && mutate({ how }, { onSuccess: () => onDone(t('letter:copies.noted')) })}
              >
                {t(`letter:how.${how}`)}
              </button>
            ))}
          </div>
          {withdrawing ? (
            <>
              <Textarea
                name="reason"
                rows={2}
                label={{ text: t('letter:withdraw.reason') }}
                hint={t('letter:withdraw.hint')}
                error={missing && t('letter:withdraw.empty')}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setMissing(!reason.trim())
                  if (reason.trim() && !isPending)
                    mutate({ reason }, { onSuccess: () => onDone(t('letter:withdraw.done')) })
                }}
              >
                {t('letter:withdraw.button')}
              </button>
            </>
          ) : (
            <p>
              <button type="button" className="linkish" onClick={() => setWithdrawing(true)}>
                {t('letter:withdraw.summary')}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  )
}
