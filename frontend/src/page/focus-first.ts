/** Puts the focus on the first element of the page that one of these selectors finds, in their order. */
export function focusFirstOf(...selectors: string[]): void {
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector)
    if (found) return found.focus()
  }
}
