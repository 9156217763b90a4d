import { useTranslation } from 'react-i18next'
import { Checkboxes } from '../../govuk/choices'
import { Textarea } from '../../govuk/textarea'
import type { useForm } from '../../page/form'
import { lookup } from '../../text/lookup'

export const DONE = ['rang-a-number', 'told-the-manager', 'emergency-services'] as const
export const ACTIONS = [...DONE, 'not-yet'] as const
export type Action = (typeof ACTIONS)[number]

export interface DoneValues {
  actions: Action[]
  told: string
}

/** The faults in the account of what was done: without whom and when, it is not done. */
export function doneFaults({ actions, told }: DoneValues): { field: 'actions' | 'told'; text: string }[] {
  const fault = (field: 'actions' | 'told', key: string) => [{ field, text: lookup('concern', `error.${field}`, key) }]
  if (actions.length === 0) return fault('actions', 'none')
  if (actions.includes('not-yet')) return actions.length > 1 ? fault('actions', 'both') : []
  return told.trim() ? [] : fault('told', 'empty')
}

type Fields = ReturnType<typeof useForm<DoneValues & { worry: string }>>

/** The account of what was done: who was told, and when. */
export function WhatWasDone({ fields, from, prefix }: { fields: Fields; from: readonly Action[]; prefix: string }) {
  const { t } = useTranslation('concern')
  return (
    <>
      <Checkboxes
        name="actions"
        idPrefix={`${prefix}actions`}
        legend={{ text: t('form.actions'), className: 'govuk-fieldset__legend--s' }}
        values={fields.values.actions}
        onChange={(values) => fields.set('actions')(values as Action[])}
        error={fields.error('actions')}
        items={from.map((action) => ({ value: action, text: t(`action.${action}`) }))}
      />
      {!fields.values.actions.includes('not-yet') && (
        <Textarea
          id={`${prefix}told`}
          rows={2}
          label={{ text: t('form.told') }}
          hint={t('form.toldHint')}
          error={fields.error('told')}
          {...fields.text('told')}
        />
      )}
    </>
  )
}
