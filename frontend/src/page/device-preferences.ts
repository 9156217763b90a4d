import { currentSession } from '../api/session'

function key(what: string): string {
  const acting = currentSession()?.acting
  return `alongside.${what}.${acting?.kind === 'council' ? acting.id : ''}`
}

/** The hub that was last looked at on this device, for this council. An id, never a person. */
export const lastHub = {
  get: (): string | null => localStorage.getItem(key('hub')),
  set: (hub: string): void => localStorage.setItem(key('hub'), hub),
  forget: (): void => localStorage.removeItem(key('hub')),
}

/** Shortcuts of one letter can be turned off, because speech software types letters. */
export const shortcuts = {
  on: (): boolean => localStorage.getItem('alongside.shortcuts') !== 'off',
  turn: (on: boolean): void => localStorage.setItem('alongside.shortcuts', on ? 'on' : 'off'),
}

/** Whether names are hidden on this device, because visitors can see its screen. It comes back with the next page. */
export const namesHidden = {
  on: (): boolean => localStorage.getItem('alongside.hide-names') === 'on',
  turn: (on: boolean): void => localStorage.setItem('alongside.hide-names', on ? 'on' : 'off'),
}
