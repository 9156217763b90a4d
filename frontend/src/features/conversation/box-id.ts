/** The id of a box's text area on the page. */
export function boxId(promptId: string): string {
  return `box-${promptId.replaceAll('.', '-')}`
}
