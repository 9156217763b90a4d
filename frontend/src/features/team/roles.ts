export const ROLES = ['hub-staff', 'practitioner', 'lead', 'viewer'] as const

export type Role = (typeof ROLES)[number]
