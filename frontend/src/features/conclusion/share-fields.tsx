import { useTranslation } from 'react-i18next'
import { Checkboxes } from '../../govuk/choices'
import { DateInput } from '../../govuk/date-input'
import { Fieldset } from '../../govuk/fieldset'
import { Input } from '../../govuk/input'
import { Select } from '../../govuk/select'
import type { FinishFormState } from './finish-fields'
import { newShare, shareId, type ShareForm } from './finish-form'

const BASES = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
] as const

const MOST = 20

/** The information that was shared about the person: with whom, why it was lawful, when, and what the person knows of it. */
export function ShareFields({ form }: { form: FinishFormState }) {
  const { t } = useTranslation('conclusion')
  const { values, set } = form
  const { shares, day } = values
  const change = set('shares')
  return (
    <>
      <Checkboxes
        name="shared"
        className="govuk-checkboxes--small"
        items={[{ value: 'yes', text: t('share.tick') }]}
        values={shares.length > 0 ? ['yes'] : []}
        onChange={(chosen) => change(chosen.length > 0 ? [newShare(day)] : [])}
      />
      {shares.map((share, at) => (
        <Share
          key={at}
          {...{ share, at, form }}
          onChange={(some) => change(shares.map((each, index) => (index === at ? { ...each, ...some } : each)))}
          onRemove={() => change(shares.filter((_, index) => index !== at))}
        />
      ))}
      {shares.length > 0 && shares.length < MOST && (
        <button type="button" className="btn" onClick={() => change([...shares, newShare(day)])}>
          {t('share.another')}
        </button>
      )}
    </>
  )
}

interface ShareProps {
  share: ShareForm
  at: number
  form: FinishFormState
  onChange: (some: Partial<ShareForm>) => void
  onRemove: () => void
}

function Share({ share, at, form: { error }, onChange, onRemove }: ShareProps) {
  const { t } = useTranslation('conclusion')
  const line = (field: 'what' | 'withWhom' | 'personInformed') => (
    <Input
      id={shareId(at, field)}
      name={shareId(at, field)}
      label={{ text: t(`share.${field}`) }}
      error={error(shareId(at, field))}
      value={share[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
      maxLength={field === 'withWhom' ? 200 : 500}
      autoComplete="off"
    />
  )
  return (
    <Fieldset legend={{ text: t('share.legend', { number: at + 1 }), className: 'govuk-fieldset__legend--s' }}>
      {line('what')}
      {line('withWhom')}
      <Select
        id={shareId(at, 'legalBasis')}
        name={shareId(at, 'legalBasis')}
        label={{ text: t('share.legalBasis') }}
        error={error(shareId(at, 'legalBasis'))}
        items={[
          { value: '', text: t('share.choose') },
          ...BASES.map((value) => ({ value, text: t(`share.basis.${value}`) })),
        ]}
        value={share.legalBasis}
        onChange={(event) => onChange({ legalBasis: event.target.value })}
      />
      <DateInput
        id={shareId(at, 'day')}
        namePrefix={shareId(at, 'day')}
        legend={{ text: t('share.day') }}
        error={error(`${shareId(at, 'day')}-day`)}
        value={share.day}
        onChange={(day) => onChange({ day })}
      />
      {line('personInformed')}
      <button type="button" className="linkish" onClick={onRemove}>
        {t('share.remove')}
      </button>
    </Fieldset>
  )
}
