import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { FormSummary, useForm } from '../../page/form'
import { Link } from '../../page/link'
import { Loading } from '../../page/loading'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { unreadable } from '../../page/problem-text'
import { AuthorityCombobox } from './authority-combobox'
import { useNewCouncilSteps } from './new-council-steps'
import { authoritiesQuery } from './queries'

export const page = { Component: ChooseAuthority }

/** Finds the new council in the register. */
function ChooseAuthority() {
  const { t } = useTranslation(['council', 'common'])
  const { picked, pick } = useNewCouncilSteps()
  const navigate = useNavigate()
  const register = useQuery(authoritiesQuery())
  const form = useForm<{ authority: string }>({ authority: '' })

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(picked ? [] : [{ field: 'authority', text: t('council:which.missing') }])) return
    void navigate(paths.checkNewCouncil)
  }

  return (
    <Page
      heading={t('council:which.heading')}
      back={{ href: paths.councils, text: t('council:back') }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      {register.isLoading && <Loading />}
      {register.isError && (
        <InsetText role="alert">{unreadable(register.error, t('council:which.unavailable'))}</InsetText>
      )}
      {register.data && (
        <form noValidate onSubmit={send}>
          <AuthorityCombobox
            id="authority"
            label={t('council:which.label')}
            hint={t('council:which.hint')}
            error={form.error('authority')}
            authorities={register.data}
            picked={picked}
            onPick={pick}
          />
          <Button>{t('council:which.continue')}</Button>
        </form>
      )}
      <p className="govuk-body">
        <Trans
          t={t}
          i18nKey="council:which.madeUp"
          components={{ demonstration: <Link href={paths.newDemonstrationCouncil} /> }}
        />
      </p>
    </Page>
  )
}
