import { useTranslation } from 'react-i18next'
import { Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { BreakFields } from './break-fields'
import { textInput, type FieldsProps } from './field-props'
import { USUAL_LENGTHS, type TimeForm } from './series-form'

/** The length of a slot, or none for people who drop in. */
function LengthField(props: FieldsProps<TimeForm>) {
  const { t } = useTranslation('series')
  const { values, change, error } = props
  return (
    <Radios
      name="slotMinutes"
      className="govuk-radios--small"
      legend={{ text: t('field.slotMinutes'), className: 'govuk-fieldset__legend--s' }}
      error={error('slotMinutes')}
      value={values.slotMinutes}
      onChange={(slotMinutes) => change({ slotMinutes })}
      items={[
        ...USUAL_LENGTHS.map((length) => ({
          value: length,
          text: t('field.minutes', { count: Number(length) }),
        })),
        {
          value: 'other',
          text: t('field.other'),
          conditional: (
            <Input
              label={{ text: t('field.otherMinutes') }}
              className="govuk-input--width-3"
              inputMode="numeric"
              {...textInput(props, 'otherMinutes')}
            />
          ),
        },
        { value: 'dropIn', text: t('field.dropIn'), hint: t('field.dropInHint') },
      ]}
    />
  )
}

/** Times, breaks, slots and places: of a series, or of a session that changes. */
export function TimeFields(props: FieldsProps<TimeForm>) {
  const { t } = useTranslation('series')
  return (
    <>
      <div className="pair">
        <Input
          label={{ text: t('field.starts'), className: 'govuk-label--s' }}
          hint={t('field.startsHint')}
          className="govuk-input--width-5"
          {...textInput(props, 'starts')}
        />
        <Input
          label={{ text: t('field.ends'), className: 'govuk-label--s' }}
          className="govuk-input--width-5"
          {...textInput(props, 'ends')}
        />
      </div>
      <BreakFields {...props} />
      <LengthField {...props} />
      {props.values.slotMinutes !== 'dropIn' && (
        <Input
          label={{ text: t('field.placesPerSlot'), className: 'govuk-label--s' }}
          hint={t('field.placesHint')}
          className="govuk-input--width-2"
          inputMode="numeric"
          {...textInput(props, 'placesPerSlot')}
        />
      )}
    </>
  )
}
