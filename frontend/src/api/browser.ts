/** Where the whole page goes. Apart, so that a test can see it and stay where it is. */
export const browser = {
  go(address: string): void {
    window.location.assign(address)
  },
  reload(): void {
    window.location.reload()
  },
}
