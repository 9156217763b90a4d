import { useTranslation } from 'react-i18next'
import { Checkboxes, Radios } from '../../govuk/choices'
import { DateInput } from '../../govuk/date-input'
import { Input } from '../../govuk/input'
import type { useForm } from '../../page/form'
import { ASSESSMENT_DAYS, OUTCOMES, type FinishForm } from './finish-form'
import { ShareFields } from './share-fields'

export type FinishFormState = ReturnType<typeof useForm<FinishForm, string>>

const legend = (text: string) => ({ text, className: 'govuk-fieldset__legend--s' })

/** The questions with which a record is finished. Those that do not apply are hidden. */
export function FinishFields({ form, hasToolText }: { form: FinishFormState; hasToolText: boolean }) {
  const { t } = useTranslation('conclusion')
  const { values, error, set, change } = form
  return (
    <>
      <Radios
        name="kind"
        className="govuk-radios--small"
        legend={legend(t('kind.legend'))}
        items={(['conversation', 'tried-to-reach'] as const).map((value) => ({ value, text: t(`kind.${value}`) }))}
        value={values.kind}
        onChange={set('kind')}
      />
      <DateInput
        id="day"
        namePrefix="day"
        legend={legend(t('day'))}
        error={error('day-day')}
        value={values.day}
        onChange={set('day')}
      />
      {values.kind === 'conversation' && <Decided form={form} />}
      {hasToolText && (
        <Checkboxes
          name="toolTextRead"
          className="govuk-checkboxes--small"
          error={error('toolTextRead')}
          items={[{ value: 'read', text: t('toolTextRead.tick'), hint: t('toolTextRead.hint') }]}
          values={values.toolTextRead ? ['read'] : []}
          onChange={(chosen) => change({ toolTextRead: chosen.length > 0 })}
        />
      )}
    </>
  )
}

/** The questions that are asked only if the person was reached. */
function Decided({ form }: { form: FinishFormState }) {
  const { t } = useTranslation('conclusion')
  const { values, error, set, text } = form
  return (
    <>
      <Radios
        name="explainedAs"
        className="govuk-radios--small"
        legend={legend(t('explainedAs.legend'))}
        error={error('explainedAs')}
        items={(['conversation', 'assessment', 'review'] as const).map((value) => ({
          value,
          text: t(`explainedAs.${value}`),
        }))}
        value={values.explainedAs}
        onChange={set('explainedAs')}
      />
      <Checkboxes
        name="assessment"
        className="govuk-checkboxes--small"
        legend={legend(t('assessment.legend'))}
        hint={t('assessment.hint')}
        items={ASSESSMENT_DAYS.map((name) => ({
          value: name,
          text: t(`assessment.${name}`),
          conditional: values.assessment.includes(name) && (
            <DateInput
              id={name}
              namePrefix={name}
              legend={{ text: t('assessment.on') }}
              error={error(`${name}-day`)}
              value={values[name]}
              onChange={set(name)}
            />
          ),
        }))}
        values={values.assessment}
        onChange={set('assessment')}
      />
      <Radios
        name="outcome"
        className="govuk-radios--small"
        legend={legend(t('outcome.legend'))}
        hint={t('outcome.hint')}
        error={error('outcome')}
        items={OUTCOMES.map((value) => ({
          value,
          text: t(`outcome.${value}.text`),
          hint: t(`outcome.${value}.official`),
        }))}
        value={values.outcome}
        onChange={set('outcome')}
      />
      <Input
        {...text('outcomeReason')}
        id="outcomeReason"
        label={{ text: t('outcomeReason.label'), className: 'govuk-label--s' }}
        hint={t('outcomeReason.hint')}
        error={error('outcomeReason')}
        maxLength={500}
        autoComplete="off"
      />
      <Radios
        name="support"
        className="govuk-radios--small"
        legend={legend(t('support.legend'))}
        error={error('support')}
        items={(['none-needed', 'family-or-friend', 'advocate', 'interpreter', 'other'] as const).map((value) => ({
          value,
          text: t(`support.${value}`),
        }))}
        value={values.support}
        onChange={set('support')}
      />
      {values.support && values.support !== 'none-needed' && (
        <Input
          {...text('supporterName')}
          id="supporterName"
          label={{ text: t('supporterName') }}
          maxLength={200}
          autoComplete="off"
        />
      )}
      <ShareFields form={form} />
    </>
  )
}
