import { UnsentWords } from '../features/conversation/unsent-words'
import { useMay } from '../page/authorities'
import { SessionWarning } from './session-warning'

/** The parts of every page that are loaded after everything else. */
export function PartsAtRest({ signedIn }: { signedIn: boolean }) {
  const may = useMay()
  return (
    <>
      <SessionWarning signedIn={signedIn} />
      {may('conversation:write') && <UnsentWords />}
    </>
  )
}
