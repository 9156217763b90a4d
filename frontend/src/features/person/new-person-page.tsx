import type { QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { PersonDetails } from '../../api/types'
import { Duplicates } from '../duplicate/duplicates'
import { detailsOf, faults, FIELD_IDS, newPerson, type PersonForm } from './person-form'
import { PersonFields } from './person-fields'
import { useAddPerson } from './queries'
import { useDuplicates } from '../duplicate/use-duplicates'
import { Button } from '../../govuk/button'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { flashOnNextPage } from '../../page/flash-message'
import { requireAuthority } from '../../page/guards'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'person:write'),
  Component: NewPerson,
})

function NewPerson() {
  const { t } = useTranslation('person')
  const navigate = useNavigate()
  const form = useForm<PersonForm, string>(newPerson)
  const add = useSendOnce(useAddPerson())
  const duplicates = useDuplicates()
  const busy = add.busy || duplicates.busy

  async function send(event: FormEvent) {
    event.preventDefault()
    if (busy || form.fail(faultErrors('person', faults(form.values), FIELD_IDS))) return
    const details = detailsOf(form.values)
    try {
      if (await duplicates.areFor(details)) return
    } catch (error) {
      form.fail(formErrors(error, 'person:error', FIELD_IDS))
      return
    }
    save(details)
  }

  function save(details: PersonDetails) {
    add.send(details, {
      onSuccess: (person) => {
        const path = paths.person(person.id)
        flashOnNextPage(path, t('new.done', { name: person.name }))
        void navigate(path, { replace: true })
      },
      onError: (error) => form.fail(formErrors(error, 'person:error', FIELD_IDS)),
    })
  }

  return (
    <Page heading={t('new.heading')} back={{ href: paths.people, text: t('back') }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      <form noValidate onSubmit={(event) => void send(event)}>
        <PersonFields values={form.values} set={form.set} error={(field) => form.error(FIELD_IDS[field])} />
        {duplicates.found.length > 0 && (
          <Duplicates
            duplicates={duplicates.found}
            same={({ person }, text) => (
              <a className="govuk-link" href={paths.person(person.id)}>
                {text}
              </a>
            )}
            onAddAnyway={() => {
              duplicates.dismiss()
              save(detailsOf(form.values))
            }}
            busy={busy}
          />
        )}
        <Button busy={busy}>{t(busy ? 'new.saving' : 'new.save')}</Button>
      </form>
    </Page>
  )
}
