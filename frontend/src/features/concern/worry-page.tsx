import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { FoundPerson } from '../../api/types'
import { Button } from '../../govuk/button'
import { Textarea } from '../../govuk/textarea'
import { useMay } from '../../page/authorities'
import { FormSummary, formErrors, useForm } from '../../page/form'
import { requireWork } from '../../page/guards'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { PersonCombobox } from '../person/person-combobox'
import { CouncilSteps } from './council-steps'
import { safeguardingQuery, useSendConcern } from './queries'
import { ACTIONS, doneFaults, WhatWasDone, type DoneValues } from './what-was-done'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireWork(client)
    void client.prefetchQuery(safeguardingQuery())
    return null
  },
  Component: WorryPage,
})

/** Whom to ring when something worries a member of staff, the steps, and a short record for the practitioners. */
function WorryPage() {
  const { t } = useTranslation('concern')
  const may = useMay()
  const [nth, setNth] = useState(0)
  const [sent, setSent] = useState(false)
  return (
    <Page heading={t('heading')}>
      <CouncilSteps />
      <div role="status">{sent && <p className="govuk-body status status--ok">{t('sent')}</p>}</div>
      {may('concern:write') && !sent && (
        <ShortRecord
          key={nth}
          onSent={() => {
            setSent(true)
            setNth(nth + 1)
          }}
        />
      )}
      {sent && (
        <Button type="button" className="govuk-button--secondary" onClick={() => setSent(false)}>
          {t('another')}
        </Button>
      )}
    </Page>
  )
}

function ShortRecord({ onSent }: { onSent: () => void }) {
  const { t } = useTranslation(['concern', 'common'])
  const conversationId = useSearchParams()[0].get('conversation') ?? undefined
  const [person, setPerson] = useState<FoundPerson>()
  const fields = useForm<DoneValues & { worry: string }>({ worry: '', actions: [], told: '' })
  const { busy, send } = useSendOnce(useSendConcern())
  const { worry, actions, told } = fields.values
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const faults = [
          ...(worry.trim() ? [] : [{ field: 'worry' as const, text: t('concern:error.worry.empty') }]),
          ...doneFaults(fields.values),
        ]
        if (fields.fail(faults)) return
        send(
          {
            worry,
            actions,
            ...(person && { personId: person.id }),
            ...(conversationId && { conversationId }),
            ...(!actions.includes('not-yet') && { told }),
          },
          { onSuccess: onSent, onError: (error) => fields.fail(formErrors(error, 'concern:error')) },
        )
      }}
    >
      <h2 className="govuk-heading-m">{t('concern:form.heading')}</h2>
      <FormSummary errors={fields.errors} />
      {conversationId && <p className="govuk-body">{t('concern:form.aboutConversation')}</p>}
      {!conversationId &&
        (person ? (
          <p className="govuk-body">
            {t('concern:form.about', { name: person.name })}{' '}
            <button type="button" className="linkish" onClick={() => setPerson(undefined)}>
              {t('common:change')}
            </button>
          </p>
        ) : (
          <PersonCombobox id="person" label={t('concern:form.person')} focused={false} onPick={setPerson} />
        ))}
      <Textarea
        label={{ text: t('concern:form.worry') }}
        hint={t('concern:form.worryHint')}
        error={fields.error('worry')}
        {...fields.text('worry')}
      />
      <WhatWasDone fields={fields} from={ACTIONS} prefix="" />
      <Button busy={busy}>{t('concern:form.send')}</Button>
    </form>
  )
}
