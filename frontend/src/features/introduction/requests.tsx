import { useTranslation } from 'react-i18next'
import type { IntroductionAnswer, IntroductionRequest } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { FormSummary, useForm } from '../../page/form'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { addDays, dayAt, plainDate } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { OtherCouncil } from './other-council'
import { useAnswer } from './queries'
import { refusedText } from './refused'
import { StatusTag } from './status-tag'

/** As long as a service waits for an answer before it asks another council. */
const DAYS_TO_ANSWER = 14

interface RequestsProps {
  requests: IntroductionRequest[]
  /** Whether the council offers to talk about a measure. */
  offers: boolean
  onDone: (text: string) => void
}

/** The questions to the council: the open ones with an answer to choose, and the earlier ones. */
export function Requests({ requests, offers, onDone }: RequestsProps) {
  const { t } = useTranslation('introduction')
  const waiting = requests.filter(({ status }) => status === 'asked')
  const others = requests.filter(({ status }) => status !== 'asked')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('asked.heading')}</h2>
      {waiting.length === 0 && (
        <p className="govuk-body">
          {t('asked.none')} {!offers && t('asked.noneOffered')}
        </p>
      )}
      {waiting.map((request) => (
        <Request key={request.id} request={request} onDone={onDone} />
      ))}
      {others.length > 0 && <h3 className="govuk-heading-s">{t('asked.earlier')}</h3>}
      {others.map((request) => (
        <Answered key={request.id} request={request} />
      ))}
    </section>
  )
}

function Answered({ request }: { request: IntroductionRequest }) {
  const { t } = useTranslation('introduction')
  const { rate, status, other } = request
  return (
    <article className="card">
      <h4 className="govuk-heading-s">{lookup('comparison', 'rate', `${rate}.name`)}</h4>
      <StatusTag status={status} />
      {status === 'accepted' && <p className="govuk-body">{t('asked.saidYes')}</p>}
      {status === 'ended' && <p className="govuk-body">{t('over.request')}</p>}
      {other && <OtherCouncil other={other} />}
    </article>
  )
}

const ANSWERS = { yes: 'yes', 'not-now': 'notNow', 'not-again': 'notAgain' } as const

function Request({ request, onDone }: { request: IntroductionRequest; onDone: (text: string) => void }) {
  const { t } = useTranslation('introduction')
  const { id, rate, status, askedAt } = request
  const form = useForm<{ answer: string }, string>({ answer: '' })
  const { busy, send } = useSendOnce(useAnswer(id))
  const { answer } = form.values
  const name = lookup('comparison', 'rate', `${rate}.name`)
  const field = `answer-${id}`
  return (
    <article className="card">
      <FormSummary errors={form.errors} />
      <h3 className="govuk-heading-s">{name}</h3>
      <StatusTag status={status} />
      <p className="govuk-body">{t('asked.one')}</p>
      <p className="govuk-body">
        {t('asked.since', {
          date: plainDate(dayAt(askedAt)),
          until: plainDate(addDays(dayAt(askedAt), DAYS_TO_ANSWER)),
        })}{' '}
        <a className="govuk-link" href={paths.comparison()}>
          {t('asked.look')}
        </a>
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (form.fail(answer === '' ? [{ field, text: t('asked.noAnswer') }] : [])) return
          send(answer as IntroductionAnswer, {
            onSuccess: () => onDone(t(answer === 'yes' ? 'asked.saidYes' : 'asked.saidNo')),
            onError: (error) => form.fail([{ text: refusedText(error) }]),
          })
        }}
      >
        <Radios
          name={field}
          legend={{
            text: (
              <>
                {t('asked.answer')}
                <span className="govuk-visually-hidden">: {name}</span>
              </>
            ),
            className: 'govuk-fieldset__legend--s',
          }}
          value={answer}
          onChange={form.set('answer')}
          error={form.error(field)}
          items={Object.entries(ANSWERS).map(([value, key]) => ({
            value,
            text: t(`asked.${key}`),
            hint: t(`asked.${key}Hint`),
          }))}
        />
        <Button busy={busy}>{t('asked.send')}</Button>
      </form>
    </article>
  )
}
