/** The values that are not empty. */
export function given<Name extends string>(values: Record<Name, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(
    Object.entries<string>(values)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value),
  ) as Partial<Record<Name, string>>
}
