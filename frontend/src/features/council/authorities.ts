import type { LocalAuthority } from '../../api/types'

function words(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('&', 'and')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/**
 * Finds the authorities that have every typed word at the start of one of their words; present ones before abolished
 * ones.
 */
export function matching(authorities: LocalAuthority[], text: string): LocalAuthority[] {
  const typed = words(text)
  if (typed.length === 0) return []
  const found = authorities.filter((authority) => {
    const has = words([authority.name, authority.officialName, authority.code, ...authority.formerCodes].join(' '))
    return typed.every((word) => has.some((one) => one.startsWith(word)))
  })
  const first = (authority: LocalAuthority) => (words(authority.name)[0]?.startsWith(typed[0] ?? '') ? 0 : 1)
  const rank = (authority: LocalAuthority) => (authority.validTo ? 2 : 0) + first(authority)
  return found.toSorted((one, other) => rank(one) - rank(other))
}
