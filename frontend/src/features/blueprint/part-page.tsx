import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import type { OwnElement } from '../../api/types'
import { blueprintQuery } from './queries'
import { ElementSource, ElementValue } from './value'
import { Tag } from '../../govuk/tag'
import { Page } from '../../page/page'
import { pathParam, requireWork } from '../../page/guards'
import { dayAt, longDate } from '../../text/dates'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireWork(client)
    const blueprint = await client.ensureQueryData({ ...blueprintQuery(), revalidateIfStale: true })
    if (!blueprint.parts.some((part) => part.id === pathParam(args, 'part'))) throw new Problem(404, {})
    return null
  },
  Component: PartPage,
})

/** The council's decision on an element, and why, where it differs from the approach. */
function Decided({ own }: { own: OwnElement }) {
  const { t } = useTranslation('blueprint')
  return (
    <div className="govuk-body-s">
      <div>
        {t('part.decided', { name: own.decidedBy, date: longDate(dayAt(own.decidedAt)), version: own.decidedIn })}
      </div>
      {own.note && <div>{t('part.why', { note: own.note })}</div>}
    </div>
  )
}

function PartPage() {
  const { t } = useTranslation('blueprint')
  const { data: blueprint } = useSuspenseQuery(blueprintQuery())
  const id = pathParam({ params: useParams() }, 'part')
  const part = blueprint.parts.find((one) => one.id === id)
  if (!part) return null
  const own = new Map(blueprint.own.map((one) => [one.element, one]))
  const offered = new Set(part.elements.map((element) => element.id))
  const onlyOurs = blueprint.own.filter((one) => one.part === id && one.inUse && !offered.has(one.element))
  const same = (one: OwnElement | undefined, value: object) =>
    JSON.stringify(sorted(one?.value)) === JSON.stringify(sorted(value))
  return (
    <Page
      heading={part.title}
      caption={t('caption', { name: blueprint.name, version: blueprint.version })}
      back={{ href: paths.blueprint, text: t('back') }}
    >
      <p className="govuk-body">{part.about}</p>
      {part.elements.map((element) => {
        const ours = own.get(element.id)
        return (
          <section className="card" key={element.id}>
            <h2 className="govuk-heading-s">{element.title}</h2>
            <ElementValue value={element.value} title={element.title} />
            <ElementSource element={element} sources={blueprint.sources} />
            {ours && !ours.inUse && <Tag className="govuk-tag--grey">{t('part.left')}</Tag>}
            {ours?.value && !same(ours, element.value) && (
              <>
                <Tag className="govuk-tag--blue">{t('part.kept')}</Tag>
                <ElementValue value={ours.value} title={ours.title} />
              </>
            )}
            {ours?.note && <Decided own={ours} />}
          </section>
        )
      })}
      {onlyOurs.map((ours) => (
        <section className="card" key={ours.element}>
          <h2 className="govuk-heading-s">{ours.title}</h2>
          <Tag className="govuk-tag--blue">{t('part.onlyYours')}</Tag>
          {ours.value && <ElementValue value={ours.value} title={ours.title} />}
          <Decided own={ours} />
        </section>
      ))}
    </Page>
  )
}

function sorted(value: object | undefined) {
  return value && Object.entries(value).sort(([one], [other]) => one.localeCompare(other))
}
