import { useOutletContext } from 'react-router'
import type { LocalAuthority } from '../../api/types'

/** The council of the register that was picked, from one step to the next. */
export interface NewCouncilSteps {
  picked: LocalAuthority | undefined
  pick: (authority: LocalAuthority | undefined) => void
}

export function useNewCouncilSteps(): NewCouncilSteps {
  return useOutletContext<NewCouncilSteps>()
}
