import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { useFormDraft, useKeptForm } from '../../page/use-kept-draft'
import type { ConnectionDetails } from '../../api/types'
import { AssetCombobox } from './asset-combobox'
import { connectionFaults, CONTACTS, detailsOf, WAYS, type ConnectionForm } from './connection-form'

interface ConnectionFieldsProps {
  /** The name of the form among those of connections. */
  name: string
  start: ConnectionForm
  needsReason: boolean
  save: string
  busy: boolean
  onSave: (details: ConnectionDetails, reason: string) => Promise<unknown>
  onDone: () => void
}

/** The fields of a connection: with what, how the person learns of it, and who makes contact. */
export function ConnectionFields({ name, start, needsReason, save, busy, onSave, onDone }: ConnectionFieldsProps) {
  const { t } = useTranslation(['connection', 'step', 'common'])
  const kept = `connection-${name}`
  const draft = useFormDraft<ConnectionForm>(kept)
  const form = useForm<ConnectionForm, string>(() => draft ?? start)
  const { values, error } = form
  const dropDraft = useKeptForm(kept, values)
  const ids = { name: `${kept}-name`, way: `${kept}-way`, contact: `${kept}-contact`, reason: `${kept}-reason` }

  async function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faultErrors('connection', connectionFaults(values, needsReason), ids))) return
    try {
      await onSave(detailsOf(values), values.reason.trim())
      dropDraft()
      onDone()
    } catch (refused) {
      form.fail(formErrors(refused, 'connection:error', ids))
    }
  }

  return (
    <form className="step__form" noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <AssetCombobox
        id={ids.name}
        error={error(ids.name)}
        text={values.name}
        picked={values.assetId}
        onChange={(text, assetId) => form.change({ name: text, assetId })}
      />
      <Radios
        idPrefix={ids.way}
        name={ids.way}
        className="govuk-radios--inline govuk-radios--small"
        legend={{ text: t('connection:field.way'), className: 'govuk-fieldset__legend--s' }}
        error={error(ids.way)}
        value={values.way}
        onChange={form.set('way')}
        items={WAYS.map((value) => ({ value, text: t(`connection:way.${value}`) }))}
      />
      <Radios
        idPrefix={ids.contact}
        name={ids.contact}
        className="govuk-radios--inline govuk-radios--small"
        legend={{ text: t('connection:field.contact'), className: 'govuk-fieldset__legend--s' }}
        error={error(ids.contact)}
        value={values.contact}
        onChange={form.set('contact')}
        items={CONTACTS.map((value) => ({ value, text: t(`connection:contact.${value}`) }))}
      />
      {needsReason && (
        <Input
          {...form.text('reason')}
          id={ids.reason}
          label={{ text: t('step:field.reason'), className: 'govuk-label--s' }}
          hint={t('step:field.reasonHint')}
          error={error(ids.reason)}
          maxLength={500}
          autoComplete="off"
        />
      )}
      <div className="govuk-button-group">
        <Button className="govuk-button--secondary" busy={busy}>
          {save}
        </Button>
        <button
          type="button"
          className="linkish"
          onClick={() => {
            dropDraft()
            onDone()
          }}
        >
          {t('common:cancel')}
        </button>
      </div>
    </form>
  )
}
