import { useTranslation } from 'react-i18next'
import type { BlueprintElement, BlueprintSource } from '../../api/types'
import { lookup } from '../../text/lookup'

type Value = Record<string, unknown>

const FIELDS = [
  'one',
  'many',
  'name',
  'minutes',
  'writeUpMinutes',
  'dropInOnly',
  'heading',
  'help',
  'main',
  'role',
  'does',
]

function useWords() {
  const { t } = useTranslation('blueprint')
  return (value: unknown): string => (typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value))
}

/**
 * The content of an element: one text as it is, several fields each with its name. A text with a code is the national
 * wording of an outcome. What the title says already is not repeated.
 */
export function ElementValue({ value, title }: { value: Value; title: string }) {
  const words = useWords()
  const national = value.code !== undefined && value.text !== undefined
  const shown = ['channel', 'subject', ...FIELDS].filter(
    (field) => value[field] !== undefined && value[field] !== title,
  )
  const text = value.text === undefined || value.text === title ? undefined : words(value.text)
  return (
    <>
      {shown.length > 0 && (
        <dl className="facts">
          {shown.map((field) => (
            <div key={field}>
              <dt>{lookup('blueprint', 'field', field)}</dt>
              <dd>{words(value[field])}</dd>
            </div>
          ))}
        </dl>
      )}
      {text !== undefined && national && (
        <dl className="facts">
          <div>
            <dt>{lookup('blueprint', 'field', 'national')}</dt>
            <dd>{text}</dd>
          </div>
        </dl>
      )}
      {text !== undefined && !national && <p className="govuk-body letter__text">{text}</p>}
    </>
  )
}

/** The source of an element: a page, words in common use, or the product itself. */
export function ElementSource({
  element,
  sources,
}: {
  element: Pick<BlueprintElement, 'provenance' | 'source' | 'note'>
  sources: BlueprintSource[]
}) {
  const { t } = useTranslation('blueprint')
  const source = sources.find((one) => one.id === element.source)
  const title = source ? `${source.title} (${source.publisher})` : element.source
  return (
    <div className="govuk-body-s">
      {element.provenance !== 'suggestion' && source?.address ? (
        <a className="govuk-link" href={source.address} rel="noreferrer">
          {t(`provenance.${element.provenance}`, { source: title })}
        </a>
      ) : (
        t(`provenance.${element.provenance}`, { source: title })
      )}
      {element.note && <div>{element.note}</div>}
    </div>
  )
}
