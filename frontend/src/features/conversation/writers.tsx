import { useTranslation } from 'react-i18next'
import type { ConversationWriters, Prompt } from '../../api/types'

/** The others who have the record open, and the box in which each writes. */
export function Writers({ writers, prompts }: { writers: ConversationWriters['writers']; prompts: Prompt[] }) {
  const { t } = useTranslation(['conversation', 'common'])
  const colleague = t('common:aColleague')
  return (
    <div role="status" className="record__writers">
      {writers.map(({ name = colleague, promptId }) => {
        const heading = prompts.find(({ id }) => id === promptId)?.heading
        return (
          <p className="govuk-body-s" key={`${name} ${promptId}`}>
            {heading ? t('conversation:writers.in', { name, heading }) : t('conversation:writers.open', { name })}
          </p>
        )
      })}
    </div>
  )
}
