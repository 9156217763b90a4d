import { useTranslation } from 'react-i18next'
import { classes } from './classes'

export type PageItem = { number: number; href: string; current?: boolean | undefined } | { ellipsis: true }

interface PaginationProps {
  previous?: { href: string; label?: string | undefined } | undefined
  next?: { href: string; label?: string | undefined } | undefined
  items?: PageItem[] | undefined
  label?: string | undefined
}

const ARROW = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({
  to,
  href,
  label,
  block,
}: {
  to: 'prev' | 'next'
  href: string
  label?: string | undefined
  block: boolean
}) {
  const { t } = useTranslation()
  const arrow = (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${to}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROW[to]} />
    </svg>
  )
  return (
    <div className={`govuk-pagination__${to}`}>
      <a className="govuk-link govuk-pagination__link" href={href} rel={to}>
        {(block || to === 'prev') && arrow}
        <span
          className={classes(
            'govuk-pagination__link-title',
            block && !label && 'govuk-pagination__link-title--decorated',
          )}
        >
          {t(`pagination.${to}`)}
          <span className="govuk-visually-hidden"> {t('pagination.page')}</span>
        </span>
        {block && label && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{label}</span>
          </>
        )}
        {!block && to === 'next' && arrow}
      </a>
    </div>
  )
}

export function Pagination({ previous, next, items, label }: PaginationProps) {
  const { t } = useTranslation()
  const block = !items && Boolean(previous ?? next)
  return (
    <nav
      className={classes('govuk-pagination', block && 'govuk-pagination--block')}
      aria-label={label ?? t('pagination.landmark')}
    >
      {previous && <Arrow to="prev" block={block} {...previous} />}
      {items && (
        <ul className="govuk-pagination__list">
          {items.map((item, index) =>
            'ellipsis' in item ? (
              <li className="govuk-pagination__item govuk-pagination__item--ellipsis" key={`gap-${index}`}>
                ⋯
              </li>
            ) : (
              <li
                className={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}
                key={item.number}
              >
                <a
                  className="govuk-link govuk-pagination__link"
                  href={item.href}
                  aria-label={t('pagination.number', { number: item.number })}
                  {...(item.current ? { 'aria-current': 'page' as const } : {})}
                >
                  {item.number}
                </a>
              </li>
            ),
          )}
        </ul>
      )}
      {next && <Arrow to="next" block={block} {...next} />}
    </nav>
  )
}
