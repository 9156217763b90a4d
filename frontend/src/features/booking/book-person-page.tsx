import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import type { Booking, Hub, Person } from '../../api/types'
import { pathParam, requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { today } from '../../text/dates'
import { usualHub } from '../hub/usual-hub'
import { personQuery } from '../person/queries'
import { readBookDraft, type BookDraft } from './book-draft'
import { BookForm } from './book-form'
import { Booked } from './booked'

interface Loaded {
  person: Person
  hub: Hub | undefined
  draft: BookDraft | null
}

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs): Promise<Loaded> => {
    await requireAuthority(client, 'booking:write')
    const [{ person }, hub, draft] = await Promise.all([
      client.ensureQueryData({ ...personQuery(pathParam(args, 'personId')), revalidateIfStale: true }),
      usualHub(client),
      readBookDraft(args.request),
    ])
    return { person, hub, draft }
  },
  // The form must outlive what it refreshes.
  shouldRevalidate: () => false,
  Component: BookPerson,
})

/** Books one person, at the hub that is usual on this device or at another. */
function BookPerson() {
  const { t } = useTranslation(['booking', 'person'])
  const { person, hub, draft } = useLoaderData<Loaded>()
  const [round, setRound] = useState(0)
  const [booked, setBooked] = useState<Booking>()
  const [wrong, setWrong] = useState(false)
  return (
    <Page
      heading={t('booking:person.heading', { name: person.name })}
      back={{ href: paths.person(person.id), text: t('person:backToPerson') }}
      wrong={wrong}
    >
      {booked ? (
        <Booked
          booking={booked}
          name={person.name}
          onAnother={() => {
            setBooked(undefined)
            setRound(round + 1)
          }}
        />
      ) : (
        <BookForm
          key={round}
          at={hub}
          date={today()}
          only={{ id: person.id, name: person.name, about: person.reference }}
          draft={round === 0 ? draft : null}
          onBooked={setBooked}
          onWrong={setWrong}
        />
      )}
    </Page>
  )
}
