import { useSearchParams } from 'react-router'
import { Pagination, type PageItem } from '../govuk/pagination'

const ROWS_PER_PAGE = 25

/** Links to the first, the last and the nearest pages of a list; nothing for a list of one page. Pages count from 0. */
export function Pages({ page, pages, link }: { page: number; pages: number; link: (page: number) => string }) {
  if (pages < 2) return null
  const items: PageItem[] = []
  for (let at = 0; at < pages; at++) {
    if (at === 0 || at === pages - 1 || Math.abs(at - page) <= 1) {
      items.push({ number: at + 1, href: link(at), current: at === page })
    } else if (!items.at(-1) || !('ellipsis' in (items.at(-1) as PageItem))) {
      items.push({ ellipsis: true })
    }
  }
  return (
    <Pagination
      items={items}
      previous={page > 0 ? { href: link(page - 1) } : undefined}
      next={page < pages - 1 ? { href: link(page + 1) } : undefined}
    />
  )
}

/** The page that an address asks for, counted from 0. */
export function pageAsked(params: URLSearchParams): number {
  const page = Number(params.get('page') ?? 1)
  return Number.isInteger(page) && page > 0 ? page - 1 : 0
}

/** The rows of the page that the address asks for, of a list that is read as a whole, with links to its other pages. */
export function useRows<Row>(all: Row[]) {
  const params = useSearchParams()[0]
  const pages = Math.ceil(all.length / ROWS_PER_PAGE)
  const page = Math.min(pageAsked(params), Math.max(0, pages - 1))
  const link = (to: number) => (to === 0 ? '?' : `?page=${to + 1}`)
  return {
    rows: all.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE),
    links: <Pages page={page} pages={pages} link={link} />,
  }
}
