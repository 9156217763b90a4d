function ask(path: string): Promise<Response> {
  return fetch(new URL(path, window.location.origin), { headers: { Accept: 'application/json' }, cache: 'no-store' })
}

/** The seconds until the session ends if it is not used; 0 if it has ended, undefined if that cannot be read now. */
export async function secondsLeft(): Promise<number | undefined> {
  try {
    const response = await ask('/session/time-left')
    if (response.status === 401) return 0
    return response.ok ? ((await response.json()) as { seconds: number }).seconds : undefined
  } catch {
    return undefined
  }
}

/** Uses the session, so that it lasts as long again. */
export async function staySignedIn(): Promise<void> {
  await ask('/session').catch(() => undefined)
}
