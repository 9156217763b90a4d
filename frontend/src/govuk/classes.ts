/** Joins the class names that apply. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** The value of an attribute that lists ids, or nothing. */
export function ids(...names: (string | false | null | undefined)[]): { 'aria-describedby'?: string } {
  const list = classes(...names)
  return list ? { 'aria-describedby': list } : {}
}
