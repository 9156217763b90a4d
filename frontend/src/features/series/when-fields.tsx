import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Checkboxes, Radios } from '../../govuk/choices'
import { DateInput } from '../../govuk/date-input'
import { NO_DATE } from '../../govuk/date-parts'
import { Input } from '../../govuk/input'
import { addDays, plainDate, today } from '../../text/dates'
import { lookup } from '../../text/lookup'
import { textInput, type FieldsProps } from './field-props'
import { DAYS, isWeekly, type SeriesForm } from './series-form'

/** The properties of a text input for a small number. */
function numberInput(props: FieldsProps<SeriesForm>, name: 'everyOther' | 'times') {
  return { ...textInput(props, name), inputMode: 'numeric' as const, className: 'govuk-input--width-2' }
}

function RepeatsField(props: FieldsProps<SeriesForm>) {
  const { t } = useTranslation('series')
  return (
    <Radios
      name="repeats"
      className="govuk-radios--small"
      legend={{ text: t('field.repeats'), className: 'govuk-fieldset__legend--s' }}
      value={props.values.repeats}
      onChange={(repeats) => props.change({ repeats })}
      items={[
        { value: 'no', text: t('field.no') },
        { value: 'week', text: t('field.week') },
        { value: 'fortnight', text: t('field.fortnight') },
        {
          value: 'weeks',
          text: t('field.weeks'),
          conditional: <Input label={{ text: t('field.everyOther') }} {...numberInput(props, 'everyOther')} />,
        },
        { value: 'month', text: t('field.month'), hint: t('field.monthHint') },
        { value: 'dates', text: t('field.dates') },
      ]}
    />
  )
}

/** The dates after the first of a series that follows no rule. */
function MoreDates({ values: { more }, change, error }: FieldsProps<SeriesForm>) {
  const { t } = useTranslation('series')
  return (
    <>
      {more.map((date, at) => (
        <DateInput
          key={at}
          id={`more-${at}`}
          legend={{ text: t('field.another') }}
          error={error(`more-${at}-day`)}
          value={date}
          onChange={(value) => change({ more: more.map((each, index) => (index === at ? value : each)) })}
        />
      ))}
      <Button type="button" className="govuk-button--secondary" onClick={() => change({ more: [...more, NO_DATE] })}>
        {t('field.addDate')}
      </Button>
    </>
  )
}

function EndField(props: FieldsProps<SeriesForm>) {
  const { t } = useTranslation('series')
  const { values, change, error } = props
  return (
    <Radios
      name="end"
      className="govuk-radios--small"
      legend={{ text: t('field.end'), className: 'govuk-fieldset__legend--s' }}
      value={values.end}
      onChange={(end) => change({ end })}
      items={[
        { value: 'never', text: t('field.never') },
        {
          value: 'on',
          text: t('field.on'),
          conditional: (
            <DateInput
              id="until"
              legend={{ text: t('field.until') }}
              hint={t('field.untilHint', { date: plainDate(today()) })}
              error={error('until-day')}
              value={values.until}
              onChange={(until) => change({ until })}
            />
          ),
        },
        {
          value: 'times',
          text: t('field.times'),
          conditional: <Input label={{ text: t('field.timesCount') }} {...numberInput(props, 'times')} />,
        },
      ]}
    />
  )
}

/** On which days. */
export function WhenFields(props: FieldsProps<SeriesForm>) {
  const { t } = useTranslation('series')
  const { values, change, error } = props
  const [year = '', month = '', day = ''] = addDays(today(), 7).split('-')
  return (
    <>
      <RepeatsField {...props} />
      {isWeekly(values) && (
        <Checkboxes
          name="days"
          className="govuk-checkboxes--small week"
          legend={{ text: t('field.days'), className: 'govuk-fieldset__legend--s' }}
          error={error('days')}
          values={values.days}
          onChange={(days) => change({ days })}
          items={DAYS.map((each) => ({ value: each, text: lookup('common', 'weekday', each) }))}
        />
      )}
      <DateInput
        id="from"
        legend={{ text: t('field.from'), className: 'govuk-fieldset__legend--s' }}
        hint={t('field.fromHint', { example: `${Number(day)} ${Number(month)} ${year}` })}
        error={error('from-day')}
        value={values.from}
        onChange={(from) => change({ from })}
      />
      {values.repeats === 'dates' && <MoreDates {...props} />}
      {values.repeats !== 'no' && values.repeats !== 'dates' && <EndField {...props} />}
    </>
  )
}
