import { useTranslation } from 'react-i18next'
import type { IntroductionQuestion, IntroductionRequest } from '../../api/types'
import { Tag } from '../../govuk/tag'

type Status = IntroductionQuestion['status'] | IntroductionRequest['status']

const COLOURS: Partial<Record<Status, string>> = {
  introduced: 'govuk-tag--green',
  asked: 'govuk-tag--orange',
  ended: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
  declined: 'govuk-tag--grey',
}

export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation('introduction')
  return (
    <p className="govuk-body">
      <Tag className={COLOURS[status]}>{t(`status.${status}`)}</Tag>
    </p>
  )
}
