import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, SecondFactorReset } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { secondFactorQuery } from './queries'

interface SecondFactorResetProps {
  member: Member
  busy: boolean
  error: ReactNode
  onReset: (reason: SecondFactorReset['reason'] | undefined) => void
}

const REASONS = ['lost', 'new-device', 'misuse'] as const

/** Offers the reset of a member's passkeys, app and recovery codes, if this lead can reset them. */
export function SecondFactorSection(props: SecondFactorResetProps) {
  const { t } = useTranslation('team')
  const { data, isError } = useQuery(secondFactorQuery(props.member.id))
  if (data?.setUp && !data.own) return <SecondFactorResetForm {...props} />
  if (!data?.setUp && !isError) return null
  return (
    <>
      <h2 className="govuk-heading-m">{t('secondFactor.heading')}</h2>
      <p className="govuk-body">
        {data ? t('secondFactor.own') : t('secondFactor.unknown', { name: props.member.name })}
      </p>
    </>
  )
}

/** Asks a lead why a member's second step is reset, before the reset. */
function SecondFactorResetForm({ member, busy, error, onReset }: SecondFactorResetProps) {
  const { t } = useTranslation('team')
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState<string>()
  return (
    <>
      <h2 className="govuk-heading-m">{t('secondFactor.heading')}</h2>
      <p className="govuk-body">{t('secondFactor.body', { name: member.name })}</p>
      {asked ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            onReset(REASONS.find((one) => one === reason))
          }}
        >
          <Radios
            name="reason"
            legend={{ text: t('secondFactor.why', { name: member.name }), className: 'govuk-fieldset__legend--s' }}
            hint={t('secondFactor.whyHint')}
            value={reason}
            onChange={setReason}
            error={error}
            items={REASONS.map((value) => ({ value, text: t(`secondFactor.reason.${value}`) }))}
          />
          <div className="govuk-button-group">
            <Button className="govuk-button--warning" busy={busy}>
              {t('secondFactor.confirm')}
            </Button>
            <Button type="button" className="govuk-button--secondary" onClick={() => setAsked(false)}>
              {t('secondFactor.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <Button type="button" className="govuk-button--secondary" onClick={() => setAsked(true)}>
          {t('secondFactor.reset')}
        </Button>
      )}
    </>
  )
}
