import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import type { SecondFactorRule } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { ConflictTable } from '../../page/conflict-table'
import { useEditedVersion } from '../../page/edited-version'
import { flashOnNextPage } from '../../page/flash-message'
import { FormSummary, formErrors, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { secondFactorRuleQuery, useChangeSecondFactorRule } from './second-factor'

const choiceOf = (rule: SecondFactorRule) => (rule.everybody ? 'everybody' : 'leads-and-practitioners')

const ruleNow = (client: QueryClient) => client.fetchQuery(secondFactorRuleQuery())

export const page = (client: QueryClient) => ({
  loader: async () => {
    await requireAuthority(client, 'council:set-up')
    // Never from the cache: an edit starts from the current version.
    return ruleNow(client)
  },
  shouldRevalidate: () => false,
  Component: SecondFactorPage,
})

/** The form in which a lead decides who on the staff signs in with a second factor. */
function SecondFactorPage() {
  const { t } = useTranslation(['settings', 'common'])
  const client = useQueryClient()
  const rule = useLoaderData<SecondFactorRule>()
  const navigate = useNavigate()
  const { busy, send } = useSendOnce(useChangeSecondFactorRule())
  const form = useForm<{ who: string }, 'who' | 'different'>({ who: choiceOf(rule) })
  const version = useEditedVersion(rule, {
    read: () => ruleNow(client),
    fail: form.fail,
    changed: { text: t('settings:summary.changed'), field: 'different' },
  })
  const inWords = (who: string) =>
    t(who === 'everybody' ? 'settings:secondFactor.everybody' : 'settings:secondFactor.leadsAndPractitioners')
  return (
    <Page
      heading={t('settings:summary.secondFactor')}
      back={{ href: paths.settings, text: t('common:backToSettings') }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      {version.theirs && (
        <ConflictTable
          details={[
            {
              name: t('settings:secondFactor.who'),
              theirs: inWords(choiceOf(version.theirs)),
              mine: inWords(form.values.who),
            },
          ]}
        />
      )}
      <p className="govuk-body">{t('settings:secondFactor.intro')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send(
            { version: version.base.version, body: { everybody: form.values.who === 'everybody' } },
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
        }}
      >
        <Radios
          name="who"
          legend={{ text: t('settings:secondFactor.who'), className: 'govuk-fieldset__legend--s' }}
          value={form.values.who}
          onChange={form.set('who')}
          error={form.error('who')}
          items={[
            {
              value: 'leads-and-practitioners',
              text: t('settings:secondFactor.leadsAndPractitioners'),
              hint: t('settings:secondFactor.leadsAndPractitionersHint'),
            },
            {
              value: 'everybody',
              text: t('settings:secondFactor.everybody'),
              hint: t('settings:secondFactor.everybodyHint'),
            },
          ]}
        />
        <Button busy={busy}>{t(busy ? 'settings:summary.saving' : 'settings:summary.save')}</Button>
      </form>
    </Page>
  )
}
