/** A value that was encrypted with AES-GCM, and the random bytes of that encryption. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

/** Makes a key of 32 bytes. Script cannot read it back from the result. */
export function sealingKey(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Encrypts a value under a name. It opens only with the same key, under the same name. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(value))
  return { iv, sealed: await crypto.subtle.encrypt(algorithm(name, iv), key, text) }
}

/** Decrypts a value. Rejects if the key or the name is another, or if the bytes were changed. */
export async function unseal(key: CryptoKey, name: string, { iv, sealed }: Sealed): Promise<unknown> {
  const text = await crypto.subtle.decrypt(algorithm(name, iv), key, sealed)
  return JSON.parse(new TextDecoder().decode(text))
}

function algorithm(name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }
}
