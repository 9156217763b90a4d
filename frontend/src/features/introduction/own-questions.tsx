import { useTranslation } from 'react-i18next'
import type { IntroductionQuestion } from '../../api/types'
import { Button } from '../../govuk/button'
import { FormSummary, useForm } from '../../page/form'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { dayAt, plainDate } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { OtherCouncil } from './other-council'
import { useWithdraw } from './queries'
import { refusedText } from './refused'
import { StatusTag } from './status-tag'

interface OwnQuestionsProps {
  questions: IntroductionQuestion[]
  onDone: (text: string) => void
}

/** The questions of the council, with what became of each. */
export function OwnQuestions({ questions, onDone }: OwnQuestionsProps) {
  const { t } = useTranslation('introduction')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('own.heading')}</h2>
      {questions.length === 0 && <p className="govuk-body">{t('own.none')}</p>}
      {questions.map((question) => (
        <OwnQuestion key={question.id} question={question} onDone={onDone} />
      ))}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.comparison()}>
          {t('own.compare')}
        </a>
      </p>
    </section>
  )
}

function OwnQuestion({ question, onDone }: { question: IntroductionQuestion; onDone: (text: string) => void }) {
  const { t } = useTranslation('introduction')
  const { rate, status, askedAt, askedByName, lapsesAt, other } = question
  const date = plainDate(dayAt(askedAt))
  return (
    <article className="card">
      <h3 className="govuk-heading-s">{lookup('comparison', 'rate', `${rate}.name`)}</h3>
      <StatusTag status={status} />
      <p className="govuk-body">
        {askedByName === undefined ? t('own.sinceUnknown', { date }) : t('own.since', { name: askedByName, date })}
      </p>
      {status === 'open' && (
        <>
          <p className="govuk-body">{t('own.open', { date: plainDate(dayAt(lapsesAt)) })}</p>
          <Withdraw question={question} onDone={onDone} />
        </>
      )}
      {status === 'ended' && <p className="govuk-body">{t('over.question')}</p>}
      {other && <OtherCouncil other={other} />}
    </article>
  )
}

function Withdraw({ question, onDone }: { question: IntroductionQuestion; onDone: (text: string) => void }) {
  const { t } = useTranslation('introduction')
  const form = useForm({})
  const { busy, send } = useSendOnce(useWithdraw(question.id))
  return (
    <>
      <FormSummary errors={form.errors} />
      <Button
        type="button"
        className="govuk-button--secondary"
        busy={busy}
        onClick={() =>
          send(undefined, {
            onSuccess: () => onDone(t('own.withdrawn')),
            onError: (error) => form.fail([{ text: refusedText(error) }]),
          })
        }
      >
        {t('own.withdraw')}
        <span className="govuk-visually-hidden">: {lookup('comparison', 'rate', `${question.rate}.name`)}</span>
      </Button>
    </>
  )
}
