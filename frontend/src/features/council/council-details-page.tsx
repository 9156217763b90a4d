import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { paths } from '../../page/paths'
import { NewCouncilForm } from './new-council-form'
import { useNewCouncilSteps } from './new-council-steps'

export const ofRegister = { Component: RegisterCouncil }
export const demonstration = { Component: DemonstrationCouncil }

function RegisterCouncil() {
  const { t } = useTranslation('council')
  const { picked } = useNewCouncilSteps()
  if (!picked) return <Navigate to={paths.newCouncil} replace />
  return (
    <NewCouncilForm
      heading={t('found.heading', { name: picked.name })}
      back={paths.checkNewCouncil}
      authority={picked.code}
      name={picked.officialName}
      alias={picked.slug}
    />
  )
}

function DemonstrationCouncil() {
  const { t } = useTranslation('council')
  return <NewCouncilForm heading={t('found.madeUpHeading')} back={paths.newCouncil} name="" alias="" />
}
