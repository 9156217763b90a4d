import { Button } from '../govuk/button'

interface ShowMoreProps {
  /** A list that is read page by page. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
  text: string
}

/** The button under a list that reads its next page; nothing once the list is whole. */
export function ShowMore({ list: { hasNextPage, isFetchingNextPage, fetchNextPage }, text }: ShowMoreProps) {
  if (!hasNextPage) return null
  return (
    <Button
      type="button"
      className="govuk-button--secondary"
      busy={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {text}
    </Button>
  )
}
