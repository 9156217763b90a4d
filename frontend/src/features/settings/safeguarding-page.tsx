import type { QueryClient } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import type { Safeguarding } from '../../api/types'
import { Button } from '../../govuk/button'
import { Fieldset } from '../../govuk/fieldset'
import { Hidden } from '../../govuk/hidden'
import { Input } from '../../govuk/input'
import { Textarea } from '../../govuk/textarea'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, formErrors, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { given } from './given'
import { ownSafeguardingQuery, useChangeSafeguarding } from './safeguarding'

const MOST = 10
const EMPTY = { name: '', phone: '', hours: '' }
const EMPTY_NUMBER = { name: '', phone: '' }

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireAuthority(client, 'council:set-up')
    // Never from the cache: an edit starts from the current version.
    return client.fetchQuery(ownSafeguardingQuery())
  },
  // It is not loaded again while it is open, so that nothing typed is lost.
  shouldRevalidate: () => false,
  Component: SafeguardingPage,
})

/** The form in which a lead writes whom staff ring, and the steps. Until then it begins with places to fill in. */
function SafeguardingPage() {
  const { t } = useTranslation(['settings', 'common'])
  const { body, tag } = useLoaderData<{ body: Safeguarding; tag: string }>()
  const navigate = useNavigate()
  const { busy, send } = useSendOnce(useChangeSafeguarding())
  const fields = useForm<{ numbers: (typeof EMPTY)[]; steps: string }>(() => ({
    numbers: body.numbers.length > 0 ? body.numbers.map((number) => ({ ...EMPTY, ...number })) : [EMPTY],
    steps: body.steps || t('settings:form.safeguardingDefault'),
  }))
  const { numbers, steps } = fields.values
  const change = (at: number, some: Partial<typeof EMPTY>) =>
    fields.set('numbers')(numbers.map((number, nth) => (nth === at ? { ...number, ...some } : number)))
  const faults = [
    ...(numbers.every(({ name, phone }) => name.trim() && phone.trim())
      ? []
      : [{ field: 'numbers' as const, text: t('settings:error.safeguarding.number') }]),
    ...(steps.trim() ? [] : [{ field: 'steps' as const, text: t('settings:error.safeguarding.steps') }]),
    ...(/[[\]]/.test(steps) ? [{ field: 'steps' as const, text: t('settings:error.safeguarding.brackets') }] : []),
  ]
  return (
    <Page
      heading={t('settings:form.safeguardingHeading')}
      back={{ href: paths.settings, text: t('common:backToSettings') }}
      wrong={fields.wrong}
    >
      <FormSummary errors={fields.errors} />
      <p className="govuk-body">{t('settings:form.safeguardingIntro')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (fields.fail(faults)) return
          send(
            { tag, body: { steps, numbers: numbers.map((number) => ({ ...EMPTY_NUMBER, ...given(number) })) } },
            {
              onSuccess: () => {
                flashOnNextPage(paths.settings, t('settings:summary.saved'))
                void navigate(paths.settings, { replace: true })
              },
              onError: (error) => fields.fail(formErrors(error, 'settings:error')),
            },
          )
        }}
      >
        {numbers.map((number, at) => (
          <Fieldset
            key={at}
            legend={{
              text: t('settings:form.safeguardingNumber', { number: at + 1 }),
              className: 'govuk-fieldset__legend--s',
            }}
          >
            {(['name', 'phone', 'hours'] as const).map((part) => (
              <Input
                key={part}
                id={part === 'name' && at === 0 ? 'numbers' : `${part}-${at}`}
                name={`${part}-${at}`}
                type={part === 'phone' ? 'tel' : 'text'}
                label={{
                  text: t(
                    part === 'name'
                      ? 'settings:form.safeguardingName'
                      : part === 'phone'
                        ? 'settings:form.safeguardingPhone'
                        : 'settings:form.safeguardingHours',
                  ),
                }}
                value={number[part]}
                onChange={(event) => change(at, { [part]: event.target.value })}
              />
            ))}
            {numbers.length > 1 && (
              <button
                type="button"
                className="linkish"
                onClick={() => fields.set('numbers')(numbers.filter((_, nth) => nth !== at))}
              >
                <Trans
                  t={t}
                  i18nKey="settings:form.safeguardingRemove"
                  values={{ number: at + 1 }}
                  components={{ hidden: <Hidden /> }}
                />
              </button>
            )}
          </Fieldset>
        ))}
        {numbers.length < MOST && (
          <p>
            <button type="button" className="btn" onClick={() => fields.set('numbers')([...numbers, EMPTY])}>
              {t('settings:form.safeguardingAnother')}
            </button>
          </p>
        )}
        <Textarea
          rows={8}
          label={{ text: t('settings:form.safeguardingSteps') }}
          hint={t('settings:form.safeguardingStepsHint')}
          error={fields.error('steps')}
          {...fields.text('steps')}
        />
        <Button busy={busy}>{t(busy ? 'settings:summary.saving' : 'settings:summary.save')}</Button>
      </form>
    </Page>
  )
}
