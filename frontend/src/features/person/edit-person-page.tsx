import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate, type LoaderFunctionArgs } from 'react-router'
import type { Person } from '../../api/types'
import { detailsOf, faults, FIELD_IDS, formOf, type PersonField, type PersonForm } from './person-form'
import { keptPerson } from '../merge/kept-person'
import { PersonFields } from './person-fields'
import { personQuery, useChangePerson } from './queries'
import { Button } from '../../govuk/button'
import { faultErrors, formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { useSendOnce } from '../../page/send-once'
import { ConflictTable } from '../../page/conflict-table'
import { useEditedVersion } from '../../page/edited-version'
import { flashOnNextPage } from '../../page/flash-message'
import { requireActing } from '../../page/guards'
import { plainDate } from '../../text/dates'
import { paths } from '../../page/paths'
import { lookup } from '../../text/lookup'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireActing(client)
    // Never from the cache: an edit starts from the current state.
    return keptPerson(client, args)
  },
  // What is typed must outlive a change of parameters only.
  shouldRevalidate: () => false,
  Component: EditPerson,
})

const FIELDS = [
  'firstName',
  'lastName',
  'phone',
  'email',
  'noContact',
  'dateOfBirth',
  'street',
  'nhsNumber',
  'needs',
  'needsNote',
] as const

const NAMES = {
  firstName: 'field.firstName',
  lastName: 'field.lastName',
  phone: 'field.phone',
  email: 'field.email',
  noContact: 'field.noContact',
  dateOfBirth: 'summary.born',
  street: 'summary.street',
  nhsNumber: 'summary.nhsNumber',
  needs: 'summary.needs',
  needsNote: 'summary.needsNote',
} as const

/** Each detail of two records, in words. */
function useDetails() {
  const { t } = useTranslation('person')
  const say = (details: ReturnType<typeof detailsOf>, field: PersonField): string => {
    if (field === 'needs') {
      return [...details.needs]
        .sort()
        .map((need) => lookup('person', 'need', need))
        .join(', ')
    }
    if (field === 'noContact') return details.noContact ? t('field.noContact') : ''
    if (field === 'dateOfBirth') return details.dateOfBirth ? plainDate(details.dateOfBirth) : ''
    return details[field] ?? ''
  }
  return (theirs: PersonForm, mine: PersonForm) =>
    FIELDS.map((field) => ({
      name: t(NAMES[field]),
      theirs: say(detailsOf(theirs), field),
      mine: say(detailsOf(mine), field),
    }))
}

function EditPerson() {
  const { t } = useTranslation('person')
  const loaded = useLoaderData<{ person: Person; tag: string }>()
  const { person } = loaded
  const client = useQueryClient()
  const navigate = useNavigate()
  const detailsIn = useDetails()
  const form = useForm<PersonForm, string>(() => formOf(person))
  const change = useSendOnce(useChangePerson(person.id))
  const version = useEditedVersion(loaded, {
    read: () => client.fetchQuery({ ...personQuery(person.id), staleTime: 0 }),
    fail: form.fail,
    changed: { text: t('changed.error'), field: 'different' },
  })
  const { theirs } = version
  const path = paths.person(person.id)

  function save(event?: FormEvent) {
    event?.preventDefault()
    if (form.fail(faultErrors('person', faults(form.values), FIELD_IDS))) return
    change.send(
      { details: detailsOf(form.values), tag: version.base.tag },
      {
        onSuccess: () => {
          flashOnNextPage(path, t('change.done'))
          void navigate(path, { replace: true })
        },
        onError: (error) => {
          if (!version.takes(error)) form.fail(formErrors(error, 'person:error', FIELD_IDS))
        },
      },
    )
  }

  return (
    <Page heading={t('change.heading', { name: person.name })} back={{ href: path }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {theirs && (
        <ConflictTable details={detailsIn(formOf(theirs.person), form.values)}>
          <div className="govuk-button-group">
            <Button type="button" busy={change.busy} onClick={() => save()}>
              {t('changed.useMine')}
            </Button>
            <a className="govuk-link" href={path}>
              {t('changed.useTheirs')}
            </a>
          </div>
        </ConflictTable>
      )}
      <form noValidate onSubmit={save}>
        <PersonFields values={form.values} set={form.set} error={(field) => form.error(FIELD_IDS[field])} />
        <Button busy={change.busy}>{t(change.busy ? 'change.saving' : 'change.save')}</Button>
      </form>
    </Page>
  )
}
