import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { DateInput } from '../../govuk/date-input'
import { dayOf, isEmpty, NO_DATE, partsOf, type DateParts } from '../../govuk/date-parts'
import { FormSummary, useForm, type FormError } from '../../page/form'
import { isDay } from '../../text/dates'
import { choosing } from './filter'
import type { Kept, Wanted } from './queries'

type Field = 'from-day' | 'to-day'

/** The first and the last day of the events that show. */
export function useDayFilter(of: Kept, now: Wanted) {
  const { t } = useTranslation('audit')
  const navigate = useNavigate()
  const form = useForm<Record<'from' | 'to', DateParts>, Field>({
    from: now.from ? partsOf(now.from) : NO_DATE,
    to: now.to ? partsOf(now.to) : NO_DATE,
  })

  function send(event: FormEvent) {
    event.preventDefault()
    const [from, to] = [form.values.from, form.values.to].map((date) => (isEmpty(date) ? '' : dayOf(date)))
    const found: FormError<Field>[] = []
    if (from && !isDay(from)) found.push({ field: 'from-day', text: t('error.from') })
    if (to && !isDay(to)) found.push({ field: 'to-day', text: t('error.to') })
    if (found.length === 0 && from && to && to < from) found.push({ field: 'to-day', text: t('error.backwards') })
    if (!form.fail(found)) void navigate(choosing(of, now, { from, to }))
  }

  return { form, send }
}

export function DayFilter({ form, send }: ReturnType<typeof useDayFilter>) {
  const { t } = useTranslation('audit')
  return (
    <>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <div className="pair">
          {(['from', 'to'] as const).map((name) => (
            <DateInput
              key={name}
              id={name}
              legend={{ text: t(name), className: 'govuk-fieldset__legend--s' }}
              namePrefix={name}
              error={form.error(`${name}-day`)}
              value={form.values[name]}
              onChange={form.set(name)}
            />
          ))}
        </div>
        <Button className="govuk-button--secondary">{t('apply')}</Button>
      </form>
    </>
  )
}
