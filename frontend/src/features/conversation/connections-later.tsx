import type { Conversation } from '../../api/types'
import { useLate } from '../../page/late'
import { Loading } from '../../page/loading'
import { problemText } from '../../page/problem-text'

/** The connections of a record. Their script is no part of the page's first load. */
export function ConnectionsLater({ conversation }: { conversation: Conversation }) {
  const { part, error } = useLate(true, () => import('../connection/connections'))
  if (error) return <p className="govuk-body">{problemText(error)}</p>
  return part ? <part.Connections conversation={conversation} /> : <Loading />
}
