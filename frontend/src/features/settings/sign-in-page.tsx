import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import { signInProviderQuery, useConnectSignIn, useTestSignIn } from './sign-in'
import { ForYourProvider, OnceItIsOn } from './sign-in-details'
import { bodyOf, faultsOf, formOf, type SignInField, type SignInForm } from './sign-in-form'
import { SignInGroups } from './sign-in-groups'
import { SignInTest } from './sign-in-test'
import type { SignInProviderPage } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { ErrorMessage } from '../../govuk/error-message'
import { Input } from '../../govuk/input'
import { InsetText } from '../../govuk/inset-text'
import { useEditedVersion } from '../../page/edited-version'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, formErrors, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { lookup } from '../../text/lookup'

interface Loaded {
  body: SignInProviderPage
  tag: string
}

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireAuthority(client, 'council:set-up')
    // Never from the cache: an edit starts from the current version.
    return client.fetchQuery(signInProviderQuery())
  },
  shouldRevalidate: () => false,
  Component: SignInPage,
})

/** The page on which a lead connects the council's own sign-in. */
function SignInPage() {
  const { t } = useTranslation(['settings', 'common'])
  const loaded = useLoaderData<Loaded>()
  const { body } = loaded
  const form = useForm<SignInForm, SignInField>(() => formOf(body.provider))
  return (
    <Page
      heading={t('settings:signIn.heading')}
      back={{ href: paths.settings, text: t('common:backToSettings') }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('settings:signIn.intro')}</p>
      {body.provider.domains.length === 0 ? (
        <InsetText>{t('settings:signIn.noDomain')}</InsetText>
      ) : (
        <>
          <ForYourProvider body={body} />
          <Connection loaded={loaded} form={form} />
        </>
      )}
      {body.provider.issuer !== undefined && <OnceItIsOn body={body} />}
    </Page>
  )
}

function Connection({ loaded, form }: { loaded: Loaded; form: ReturnType<typeof useForm<SignInForm, SignInField>> }) {
  const { t } = useTranslation(['settings', 'common'])
  const client = useQueryClient()
  const navigate = useNavigate()
  const { busy, send } = useSendOnce(useConnectSignIn())
  const test = useTestSignIn()
  const version = useEditedVersion(loaded, {
    read: () => client.fetchQuery(signInProviderQuery()),
    fail: form.fail,
    changed: { text: t('settings:signIn.changed'), field: 'different' },
  })
  const words = (key: string) => lookup('settings', 'error', key)
  const saved = loaded.body.provider.issuer !== undefined

  function save() {
    if (form.fail(faultsOf(form.values, words))) return
    send(
      { tag: version.base.tag, body: bodyOf(form.values) },
      {
        onSuccess: () => {
          flashOnNextPage(paths.settings, t('settings:summary.saved'))
          void navigate(paths.settings, { replace: true })
        },
        onError: (error) => {
          if (!version.takes(error)) form.fail(formErrors(error, 'settings:error'))
        },
      },
    )
  }

  function tryIt() {
    if (form.fail(faultsOf({ ...form.values, enabled: 'off' }, words)) || test.isPending) return
    test.mutate(bodyOf(form.values), {
      onError: (error) => form.fail(formErrors(error, 'settings:error')),
    })
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2 className="govuk-heading-m">{t('settings:signIn.connection')}</h2>
      {(['issuer', 'clientId', 'clientSecret', 'groupsClaim'] as const).map((field) => (
        <Input
          key={field}
          type={field === 'clientSecret' ? 'password' : 'text'}
          label={{ text: t(`settings:signIn.field.${field}`) }}
          hint={t(
            field === 'clientSecret' && saved ? 'settings:signIn.secretKept' : `settings:signIn.fieldHint.${field}`,
          )}
          error={form.error(field)}
          autoComplete={field === 'clientSecret' ? 'new-password' : 'off'}
          spellCheck={false}
          {...form.text(field)}
        />
      ))}
      <SignInGroups groups={form.values.roles} onChange={form.set('roles')} />
      {form.error('roles') && <ErrorMessage id="roles-error">{form.error('roles')}</ErrorMessage>}
      <p>
        <Button type="button" className="govuk-button--secondary" busy={test.isPending} onClick={tryIt}>
          {t(test.isPending ? 'settings:signIn.testing' : 'settings:signIn.test')}
        </Button>
      </p>
      <SignInTest checked={test.data} />
      <Radios
        name="enabled"
        legend={{ text: t('settings:signIn.enabled'), className: 'govuk-fieldset__legend--m' }}
        value={form.values.enabled}
        onChange={form.set('enabled')}
        items={(['off', 'on'] as const).map((each) => ({
          value: each,
          text: t(`settings:signIn.choice.${each}`),
          hint: t(`settings:signIn.choiceHint.${each}`),
        }))}
      />
      <Button busy={busy}>{t(busy ? 'settings:summary.saving' : 'settings:summary.save')}</Button>
    </form>
  )
}
