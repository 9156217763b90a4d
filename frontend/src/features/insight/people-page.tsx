import type { QueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import type { FigurePeople, LookAtPeople } from '../../api/types'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { Table } from '../../govuk/table'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'
import { reasonFault } from '../../page/reason'
import { numberOf } from '../../text/dates'
import { address } from './figure-in-words'
import { valueInWords } from './in-words'
import { atHubOf, useOpenPeople, type Code } from './queries'
import { nameOf } from './sessions-page'

export const page = (client: QueryClient) => ({
  loader: async (): Promise<null> => {
    await requireAuthority(client, 'booking:read')
    return null
  },
  Component: PeoplePage,
})

/** The people behind a figure in one session. The page asks for the reason first, each time that it is opened. */
function PeoplePage() {
  const { t } = useTranslation('insight')
  const figure = useParams()['figure'] as Code
  const [params] = useSearchParams()
  const part = atHubOf(params)
  const day = params.get('day') ?? undefined
  const sessionKind = params.get('of') ?? undefined
  const [asked, setAsked] = useState<LookAtPeople>()
  const [pages, setPages] = useState<FigurePeople[]>([])
  const look = useOpenPeople(figure)
  const last = pages.at(-1)

  async function show(reason: string) {
    const body = {
      ...part,
      ...(day === undefined ? {} : { day }),
      ...(sessionKind === undefined ? {} : { sessionKind }),
      reason,
    }
    const found = await look.mutateAsync(body)
    setAsked(body)
    setPages([found])
  }

  async function more() {
    if (asked === undefined || last?.next === undefined) return
    const found = await look.mutateAsync({ ...asked, after: last.next })
    setPages([...pages, found])
  }

  return (
    <Page
      heading={t('drill.peopleHeading')}
      back={{
        href: paths.insightUnits(figure, 'sessions', { ...address(part), from: part.from }),
        text: t('drill.backToSessions'),
      }}
      wide
    >
      <p className="govuk-body-l">
        {t('drill.of', { figure: t(`figure.${figure}.name`), session: nameOf(t, { day, kind: sessionKind }) })}
      </p>
      {last === undefined ? (
        <ReasonOfLook busy={look.isPending} onShow={show} />
      ) : (
        <People pages={pages} busy={look.isPending} onMore={() => void more()} />
      )}
    </Page>
  )
}

const REASON = 'look-reason'

function ReasonOfLook({ busy, onShow }: { busy: boolean; onShow: (reason: string) => Promise<void> }) {
  const { t } = useTranslation('insight')
  const form = useForm<{ reason: string }, string>({ reason: '' })

  async function send(event: FormEvent) {
    event.preventDefault()
    const { reason } = form.values
    if (form.fail(reasonFault(reason) ? [{ field: REASON, text: t('drill.reasonMissing') }] : []) || busy) return
    try {
      await onShow(reason.trim())
    } catch (refused) {
      form.fail(formErrors(refused, 'insight:error', { reason: REASON }))
    }
  }

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <FormSummary errors={form.errors} />
      <Input
        {...form.text('reason')}
        id={REASON}
        label={{ text: t('drill.reason') }}
        hint={t('drill.reasonHint')}
        error={form.error(REASON)}
        autoComplete="off"
      />
      <Button busy={busy}>{t('drill.show')}</Button>
    </form>
  )
}

function People({ pages, busy, onMore }: { pages: FigurePeople[]; busy: boolean; onMore: () => void }) {
  const { t } = useTranslation('insight')
  const [first] = pages
  if (first === undefined) return null
  const { all, unit, restricted, unnamed } = first
  const people = pages.flatMap(({ items }) => items)
  return (
    <>
      <p className="govuk-body">{t('drill.all', { value: valueInWords(t, all.value, unit), count: all.base })}</p>
      {restricted > 0 && <p className="govuk-body">{t('drill.restricted', { count: restricted })}</p>}
      {unnamed > 0 && <p className="govuk-body">{t('drill.unnamed', { count: unnamed })}</p>}
      {people.length === 0 ? (
        <p className="govuk-body">{t('drill.noPeople')}</p>
      ) : (
        <Table
          className="stacks"
          firstCellIsHeader
          numeric={[2, 3]}
          head={[
            { text: t('drill.name') },
            { text: t('drill.reference') },
            { text: t('table.base'), numeric: true },
            { text: t(unit === 'percent' ? 'table.part' : 'table.value'), numeric: true },
            { text: t('definition.leftOut') },
          ]}
          rows={people.map(({ personId, name, reference, units }) => ({
            key: personId,
            cells: [
              <a key="person" className="govuk-link" href={paths.person(personId)}>
                {name}
              </a>,
              reference,
              numberOf(units.base),
              unit === 'percent' ? numberOf(units.part) : valueInWords(t, units.value, unit),
              units.notCounted.map(({ reason }) => t(`reason.${reason}`)).join(', '),
            ],
          }))}
        />
      )}
      {pages.at(-1)?.next !== undefined && (
        <Button type="button" className="govuk-button--secondary" busy={busy} onClick={onMore}>
          {t('drill.more')}
        </Button>
      )}
    </>
  )
}
