/** Whether a form signs out. */
export function isSignOut(form: EventTarget | null): form is HTMLFormElement {
  return form instanceof HTMLFormElement && new URL(form.action).pathname === '/sign-out'
}

/** Empties what this tab keeps, if the sign-out that is asked for goes on. */
export function leaveTab(event: { isDefaultPrevented: () => boolean }): void {
  if (!event.isDefaultPrevented()) sessionStorage.clear()
}

/** Signs out by a form that was held. */
export function signOut(form: HTMLFormElement): void {
  sessionStorage.clear()
  form.submit()
}
