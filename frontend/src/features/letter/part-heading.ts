/** The key of the heading of a part that no prompt has. */
export function partHeading(partId: string) {
  if (partId === 'own-words') return 'letter:ownWords'
  return partId === 'connections' ? 'connection:heading' : 'letter:nextSteps'
}
