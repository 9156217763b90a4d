/** Leaves or reloads the whole page. A separate object, so that a test can watch it and stay on its page. */
export const browser = {
  go(address: string): void {
    window.location.assign(address)
  },
  reload(): void {
    window.location.reload()
  },
}
