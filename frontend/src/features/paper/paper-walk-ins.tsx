import { useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Input } from '../../govuk/input'
import { PersonCombobox } from '../person/person-combobox'
import { arrivedId, newWalkIn, REASONS, whoId, type TypedWalkIn } from './paper-form'

interface PaperWalkInsProps {
  walkIns: TypedWalkIn[]
  error: (field: string) => ReactNode
  onChange: (change: (walkIns: TypedWalkIn[]) => TypedWalkIn[]) => void
}

/** The rows for people who came without a booking. */
export function PaperWalkIns({ walkIns, error, onChange }: PaperWalkInsProps) {
  const { t } = useTranslation('paper')
  const list = useRef<HTMLUListElement>(null)

  function change(key: number, some: Partial<TypedWalkIn>) {
    onChange((all) => all.map((each) => (each.key === key ? { ...each, ...some } : each)))
  }

  function add() {
    const key = Math.max(-1, ...walkIns.map((each) => each.key)) + 1
    flushSync(() => onChange((all) => [...all, newWalkIn(key)]))
    list.current?.querySelector<HTMLElement>(`#${whoId(key)}`)?.focus()
  }

  return (
    <>
      <ul className="paper" ref={list}>
        {walkIns.map((walkIn, nth) => (
          <li key={walkIn.key} className="paper__row">
            <WalkInFields walkIn={walkIn} nth={nth + 1} error={error} onChange={(some) => change(walkIn.key, some)} />
          </li>
        ))}
      </ul>
      <button type="button" className="btn btn--quiet" onClick={add}>
        {t('addRow')}
      </button>
    </>
  )
}

interface WalkInFieldsProps {
  walkIn: TypedWalkIn
  nth: number
  error: (field: string) => ReactNode
  onChange: (some: Partial<TypedWalkIn>) => void
}

function WalkInFields({ walkIn, nth, error, onChange }: WalkInFieldsProps) {
  const { t } = useTranslation(['paper', 'walk-in', 'common'])
  const fields = useRef<HTMLDivElement>(null)
  const { key, who } = walkIn
  const hidden = <span className="govuk-visually-hidden"> {t('paper:ofRow', { number: nth })}</span>

  function choose(chosen: TypedWalkIn['who']) {
    flushSync(() => onChange({ ...(chosen && { who: chosen }), text: chosen?.name ?? '' }))
    fields.current?.querySelector<HTMLElement>('select')?.focus()
  }

  return (
    <div className="paper__walk-in" ref={fields}>
      {who ? (
        <p className="paper__person">
          <strong>{who.name}</strong>{' '}
          <button type="button" className="linkish" onClick={() => onChange({ who: undefined as never, text: '' })}>
            {t('common:change')}
            <span className="govuk-visually-hidden"> {who.name}</span>
          </button>
        </p>
      ) : (
        <PersonCombobox
          id={whoId(key)}
          label={t('paper:who', { number: nth })}
          error={error(whoId(key))}
          last="nameOnly"
          focused={false}
          start={walkIn.text}
          onText={(text) => onChange({ text })}
          onPick={(person) => choose({ personId: person.id, name: person.name })}
          onNew={(text) => text.trim() && choose({ name: text.trim().slice(0, 100) })}
        />
      )}
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`reason-${key}`}>
          {t('walk-in:column.reason')}
          {hidden}
        </label>
        <select
          className="govuk-select"
          id={`reason-${key}`}
          value={walkIn.reason}
          onChange={(event) => onChange({ reason: event.target.value as TypedWalkIn['reason'] })}
        >
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`walk-in:reason.${reason}`)}
            </option>
          ))}
        </select>
      </div>
      <Input
        name={arrivedId(key)}
        label={{
          text: (
            <>
              {t('paper:arrived')}
              {hidden}
            </>
          ),
        }}
        className="govuk-input--width-5"
        error={error(arrivedId(key))}
        value={walkIn.arrived}
        onChange={(event) => onChange({ arrived: event.target.value })}
        autoComplete="off"
      />
    </div>
  )
}
