import type { QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import type { FoundPerson, Person } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { Textarea } from '../../govuk/textarea'
import { flashOnNextPage } from '../../page/flash-message'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { useSendOnce } from '../../page/send-once'
import { keptPerson } from './kept-person'
import { useSuggestMerge } from './merge-queries'
import { PersonCombobox, useAbout } from '../person/person-combobox'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'person:write')
    return (await keptPerson(client, args)).person
  },
  Component: SuggestMerge,
})

/** Suggests to a lead that two people are one. */
function SuggestMerge() {
  const { t } = useTranslation(['merge', 'person'])
  const person = useLoaderData<Person>()
  const navigate = useNavigate()
  const about = useAbout()
  const [other, setOther] = useState<FoundPerson>()
  const form = useForm<{ keep: string; reason: string }, string>({ keep: 'this', reason: '' })
  const suggest = useSendOnce(useSuggestMerge())
  const path = paths.person(person.id)

  function send(event: FormEvent) {
    event.preventDefault()
    const found: FormError<string>[] = []
    if (!other) found.push({ field: 'other', text: t('error.other') })
    if (other?.id === person.id) found.push({ field: 'other', text: t('error.same') })
    if (!form.values.reason.trim()) found.push({ field: 'reason', text: t('error.reason.NotBlank') })
    if (form.fail(found) || !other) return
    const [kept, merged] = form.values.keep === 'this' ? [person, other] : [other, person]
    suggest.send(
      { mergedId: merged.id, keptId: kept.id, reason: form.values.reason.trim() },
      {
        onSuccess: () => {
          flashOnNextPage(path, t('suggested'))
          void navigate(path, { replace: true })
        },
        onError: (error) => form.fail(formErrors(error, 'merge:error')),
      },
    )
  }

  return (
    <Page
      heading={t('suggestHeading', { name: person.name })}
      back={{ href: path, text: t('person:backToPerson') }}
      wrong={form.wrong}
    >
      <FormSummary errors={form.errors} />
      <p className="govuk-body">{t('intro')}</p>
      <form noValidate onSubmit={send}>
        {other ? (
          <div className="chosen">
            <div>
              <strong className="chosen__name">{other.name}</strong>
              <span className="chosen__about">{about(other)}</span>
            </div>
            <button type="button" className="linkish" onClick={() => setOther(undefined)}>
              {t('another')}
            </button>
          </div>
        ) : (
          <PersonCombobox
            id="other"
            label={t('other')}
            hint={t('otherHint')}
            error={form.error('other')}
            onPick={setOther}
          />
        )}
        <Radios
          name="keep"
          legend={{ text: t('keep'), className: 'govuk-fieldset__legend--s' }}
          hint={t('keepHint')}
          items={[
            { value: 'this', text: t('keepThis', { name: person.name, reference: person.reference }) },
            { value: 'other', text: other ? t('keepThis', other) : t('keepOther') },
          ]}
          value={form.values.keep}
          onChange={form.set('keep')}
        />
        <Textarea
          label={{ text: t('reason') }}
          hint={t('reasonHint')}
          rows={3}
          error={form.error('reason')}
          {...form.text('reason')}
        />
        <Button busy={suggest.busy}>{t(suggest.busy ? 'suggesting' : 'suggest')}</Button>
      </form>
    </Page>
  )
}
