import { api, ok } from '../../api/client'
import { Problem } from '../../api/problem'
import { sealingKey } from '../../page/sealing'
import { deviceId } from './device-database'
import { OTHER_MEMBER } from './draft'

/** Words wait for the key, and a sign-out for the words. */
const LONGEST_MS = 20_000

function bytesOf(base64Url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64Url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}

/** Reads the key of a member on this device. */
export async function readDraftKey(member: string, whoIsSignedIn: () => Promise<string>): Promise<CryptoKey> {
  const { key } = await ok(
    api.GET('/api/devices/{deviceId}/draft-key', {
      params: { path: { deviceId: await deviceId() } },
      signal: AbortSignal.timeout(LONGEST_MS),
    }),
  )
  // Another member may have signed in since the page was opened. Their key must not seal these words.
  if ((await whoIsSignedIn()) !== member) throw new Problem(403, { type: OTHER_MEMBER })
  return sealingKey(bytesOf(key))
}
