import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { timeAt } from '../../text/dates'
import { boxId } from './box-id'
import type { Draft } from './draft'
import { otherWords, type Choice } from './draft-box'
import type { DraftStore } from './draft-store'

const CHOICES: Choice[] = ['both', 'mine', 'theirs']

/** Shows the words of another writer beside those in the box, and asks which to keep. Nothing is sent before. */
export function TwoTexts({ draft, heading, store }: { draft: Draft; heading: string; store: DraftStore }) {
  const { t } = useTranslation(['conversation', 'common'])
  const { conversationId, promptId, theirs } = draft
  const name = theirs?.changedByName ?? t('common:aColleague')
  return (
    <div className="two-texts" role="group" aria-label={t('conversation:two.label', { heading })}>
      <p className="govuk-body" role="alert">
        {theirs?.changedAt
          ? t('conversation:two.changed', { name, time: timeAt(theirs.changedAt) })
          : t('conversation:two.earlier')}
      </p>
      <h3 className="govuk-heading-s">
        {theirs ? t('conversation:two.theirs', { name }) : t('conversation:two.before')}
      </h3>
      <p className="govuk-body record__words">{otherWords(draft) || t('conversation:two.empty')}</p>
      <div className="govuk-button-group">
        {CHOICES.map((choice) => (
          <Button
            key={choice}
            type="button"
            className={choice === 'both' ? '' : 'govuk-button--secondary'}
            onClick={() => {
              store.choose(conversationId, promptId, choice)
              document.getElementById(boxId(promptId))?.focus()
            }}
          >
            {t(`conversation:two.keep.${choice}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
