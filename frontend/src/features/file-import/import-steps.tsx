import { useState } from 'react'
import { Outlet, useNavigate, useOutletContext } from 'react-router'
import type { HubImport, ImportReport } from '../../api/types'

/** The file and the service's answers to it, from one step to the next. A file cannot be kept in an address. */
interface Import {
  file?: File
  checked?: ImportReport
  /** The answer to an import that can be undone. */
  imported?: HubImport
}

interface ImportSteps {
  now: Import
  go: (step: Import, to: string) => void
}

export function useImportSteps(): ImportSteps {
  return useOutletContext<ImportSteps>()
}

/** Keeps the file and the answers to it while the steps show one after the other. */
export function ImportSteps() {
  const [now, setNow] = useState<Import>({})
  const navigate = useNavigate()
  const go: ImportSteps['go'] = (step, to) => {
    setNow(step)
    void navigate(to)
  }
  return <Outlet context={{ now, go } satisfies ImportSteps} />
}
