/** "Margaret Ellison" as "M E", for a screen or a sheet that others can see. */
export function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part) => [...part][0]?.toUpperCase())
    .join(' ')
}
