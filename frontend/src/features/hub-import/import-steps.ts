import { useOutletContext } from 'react-router'
import type { HubImport, ImportReport } from '../../api/types'

/** The file and the service's answers to it, from one step to the next. A file cannot be kept in an address. */
export interface Import {
  file?: File
  checked?: ImportReport
  imported?: HubImport
}

export interface ImportSteps {
  now: Import
  go: (step: Import, to: string) => void
}

export function useImportSteps(): ImportSteps {
  return useOutletContext<ImportSteps>()
}
