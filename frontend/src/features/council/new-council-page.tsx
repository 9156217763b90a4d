import { useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { Navigate, Outlet, useNavigate, useOutletContext } from 'react-router'
import { Problem } from '../../api/problem'
import type { LocalAuthority } from '../../api/types'
import { AuthorityCombobox } from './authority-combobox'
import type { NewAccount } from '../team/one-time-password'
import { authoritiesQuery, councilsQuery, useCreateCouncil } from './queries'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { InsetText } from '../../govuk/inset-text'
import { SummaryList } from '../../govuk/summary-list'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { unreadable } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { Loading } from '../../page/loading'
import { flashOnNextPage } from '../../page/flash-message'
import { requireActing } from '../../page/guards'
import { plainDate } from '../../text/dates'
import { paths } from '../../page/paths'
import { Link } from '../../page/link'

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireActing(client)
    void client.prefetchQuery(authoritiesQuery())
    return client.ensureQueryData({ ...councilsQuery(), revalidateIfStale: true })
  },
  Component: NewCouncil,
})
export const which = { Component: Which }
export const check = { Component: Check }
export const details = { Component: Details }
export const madeUp = { Component: MadeUp }

/** The message of the council page after it: the council was set up, and how its lead signs in. */
export interface CouncilNews {
  heading: string
  account?: NewAccount
}

interface Steps {
  picked: LocalAuthority | undefined
  pick: (authority: LocalAuthority | undefined) => void
}

/** The council that was picked, from one step to the next. */
function NewCouncil() {
  const [picked, pick] = useState<LocalAuthority>()
  return <Outlet context={{ picked, pick } satisfies Steps} />
}

function Which() {
  const { t } = useTranslation(['council', 'common'])
  const { picked, pick } = useOutletContext<Steps>()
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

/** Two councils have nearly the same name more often than one would think. */
function Check() {
  const { t } = useTranslation(['council', 'common'])
  const { picked, pick } = useOutletContext<Steps>()
  const navigate = useNavigate()
  const councils = useSuspenseQuery(councilsQuery()).data
  const register = useQuery(authoritiesQuery())
  if (!picked) return <Navigate to={paths.newCouncil} replace />
  const taken = councils.find((council) => council.authority === picked.code)
  const followers = (register.data ?? []).filter(({ code }) => picked.successors.includes(code))
  const back = { href: paths.newCouncil, text: t('council:checkCouncil.another') }
  return (
    <Page heading={t('council:checkCouncil.heading')} back={back}>
      <section className="card">
        <SummaryList
          className="govuk-summary-list--no-border"
          rows={[
            { key: t('council:checkCouncil.name'), value: picked.officialName },
            { key: t('council:checkCouncil.kind'), value: t(`council:kind.${picked.kind}`) },
            ...(picked.region ? [{ key: t('council:checkCouncil.region'), value: picked.region }] : []),
            { key: t('council:checkCouncil.nation'), value: t(`common:nation.${picked.nation}`) },
            ...(picked.validFrom ? [{ key: t('council:checkCouncil.since'), value: plainDate(picked.validFrom) }] : []),
            { key: t('council:checkCouncil.code'), value: picked.code },
          ]}
        />
      </section>
      {picked.validTo ? (
        <InsetText>
          <p className="govuk-body">
            <Trans
              t={t}
              i18nKey="council:checkCouncil.ended"
              values={{ name: picked.officialName, date: plainDate(picked.validTo) }}
            />
          </p>
          <div className="govuk-button-group">
            {followers.map((follower) => (
              <Button
                type="button"
                className="govuk-button--secondary"
                key={follower.code}
                onClick={() => pick(follower)}
              >
                {follower.officialName}
              </Button>
            ))}
          </div>
        </InsetText>
      ) : taken ? (
        <InsetText>
          <p className="govuk-body">
            <Trans t={t} i18nKey="council:checkCouncil.taken" values={{ name: picked.officialName }} />
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.council(taken.id)}>
              {t('council:checkCouncil.takenLink', { name: taken.name })}
            </a>
          </p>
        </InsetText>
      ) : (
        <Button type="button" onClick={() => void navigate(paths.newCouncilDetails)}>
          {t('council:checkCouncil.continue')}
        </Button>
      )}
    </Page>
  )
}

function Details() {
  const { t } = useTranslation('council')
  const { picked } = useOutletContext<Steps>()
  if (!picked) return <Navigate to={paths.newCouncil} replace />
  return (
    <CouncilForm
      heading={t('found.heading', { name: picked.name })}
      back={paths.checkNewCouncil}
      authority={picked.code}
      name={picked.officialName}
      alias={picked.slug}
    />
  )
}

function MadeUp() {
  const { t } = useTranslation('council')
  return <CouncilForm heading={t('found.madeUpHeading')} back={paths.newCouncil} name="" alias="" />
}

interface Typed {
  name: string
  alias: string
  leadName: string
  leadEmail: string
}

const FIELDS: Record<string, keyof Typed> = { 'firstLead.name': 'leadName', 'firstLead.email': 'leadEmail' }

/** A council of the register if it has an authority, else a made-up one. */
function CouncilForm({
  heading,
  back,
  authority,
  ...start
}: {
  heading: string
  back: string
  authority?: string
  name: string
  alias: string
}) {
  const { t } = useTranslation('council')
  const navigate = useNavigate()
  const form = useForm<Typed>({ ...start, leadName: '', leadEmail: '' })
  const create = useSendOnce(useCreateCouncil())
  const { values } = form

  function faults(): FormError<keyof Typed>[] {
    const found: FormError<keyof Typed>[] = []
    if (!values.name.trim()) found.push({ field: 'name', text: t('error.name.NotBlank') })
    if (!values.alias.trim()) found.push({ field: 'alias', text: t('error.alias.NotBlank') })
    else if (!/^[a-z][a-z0-9-]{1,39}$/.test(values.alias.trim())) {
      found.push({ field: 'alias', text: t('error.alias.other') })
    }
    if (!values.leadName.trim()) found.push({ field: 'leadName', text: t('error.firstLead.name.NotBlank') })
    if (!values.leadEmail.trim()) found.push({ field: 'leadEmail', text: t('error.firstLead.email.NotBlank') })
    return found
  }

  function refused(error: unknown): FormError<keyof Typed>[] {
    if (error instanceof Problem && error.type === 'name-taken') return [{ field: 'name', text: t('error.name.taken') }]
    if (error instanceof Problem && error.type === 'alias-taken') {
      return [{ field: 'alias', text: t('error.alias.taken') }]
    }
    if (error instanceof Problem && error.type === 'alias-reserved') {
      return [{ field: 'alias', text: t('found.aliasReserved') }]
    }
    if (error instanceof Problem && error.type === 'authority-taken') return [{ text: t('found.authorityTaken') }]
    return formErrors(error, 'council:error', FIELDS)
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (form.fail(faults())) return
    const email = values.leadEmail.trim()
    create.send(
      {
        name: values.name.trim(),
        alias: values.alias.trim(),
        ...(authority ? { authority } : { demonstration: true }),
        firstLead: { name: values.leadName.trim(), email },
      },
      {
        onSuccess: ({ council, firstLead, oneTimePassword }) => {
          const path = paths.council(council.id)
          const news: CouncilNews = {
            heading: t('create.done', { name: council.name }),
            account: { name: firstLead.name, email, password: oneTimePassword },
          }
          flashOnNextPage(path, news)
          void navigate(path, { replace: true })
        },
        onError: (error) => form.fail(refused(error)),
      },
    )
  }

  return (
    <Page heading={heading} back={{ href: back }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={send}>
        <Input
          label={{ text: t('field.name') }}
          hint={t('field.nameHint')}
          error={form.error('name')}
          {...form.text('name')}
        />
        <Input
          label={{ text: t('field.alias') }}
          hint={t('field.aliasHint')}
          className="govuk-input--width-20"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          error={form.error('alias')}
          {...form.text('alias')}
        />
        <h2 className="govuk-heading-m">{t('field.leadHeading')}</h2>
        <Input
          label={{ text: t('field.leadName') }}
          autoComplete="off"
          spellCheck={false}
          error={form.error('leadName')}
          {...form.text('leadName')}
        />
        <Input
          label={{ text: t('field.leadEmail') }}
          type="email"
          autoComplete="off"
          spellCheck={false}
          error={form.error('leadEmail')}
          {...form.text('leadEmail')}
        />
        <p className="govuk-body">{t('found.setUpFirst')}</p>
        <Button busy={create.busy}>{t(create.busy ? 'create.saving' : 'create.save')}</Button>
      </form>
    </Page>
  )
}
