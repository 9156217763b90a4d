import type { ServiceState } from '../../api/types'
import { numberOf } from '../../text/dates'
import { i18next } from '../../text/i18n'
import type { GatewayState } from './queries'

/** One line of the page. It has an advice where something is not well, and a runbook where one says more. */
export interface Finding {
  name: string
  value: string
  advice?: string
  runbook?: string
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The limits are those of the alerts (helm/templates/prometheusrule.yaml). */
const QUEUE_LATE = 5 * MINUTE
const SEAL_LATE = MINUTE
const PROOFS_LATE = 36 * HOUR
const ANCHORS_LATE = 15 * MINUTE
const REDIS_FULL = 0.8
const CERTIFICATE_DAYS = 21

const t = i18next.getFixedT(null, 'deployment')

export function ofGateway(state: GatewayState): Finding[] {
  return [version(state.version), redis(state.redisMemory), ...state.certificates.map(certificate)]
}

export function ofService(state: ServiceState): Finding[] {
  return [
    version(state.version),
    { name: t('database'), value: state.postgresVersion ?? t('unknown') },
    wall(state),
    queue(state),
    seals(state),
    ...(state.auditAnchoredSecondsAgo === undefined ? [] : [anchors(state.auditAnchoredSecondsAgo)]),
  ]
}

function version(known: string | undefined): Finding {
  return { name: t('version'), value: known ?? t('unknown') }
}

function redis(used: number | undefined): Finding {
  const name = t('redis.name')
  if (used === undefined) return { name, value: t('unknown'), advice: t('redis.away'), runbook: 'RedisNearlyFull' }
  if (used === 0) return { name, value: t('redis.unlimited') }
  const value = t('redis.used', { percent: numberOf(Math.round(used * 100)) })
  return used < REDIS_FULL ? { name, value } : { name, value, advice: t('redis.full'), runbook: 'RedisNearlyFull' }
}

function certificate({ host, daysLeft }: GatewayState['certificates'][number]): Finding {
  const name = t('certificate.name', { host })
  const runbook = 'CertificateEnds'
  if (daysLeft === undefined) return { name, value: t('unknown'), advice: t('certificate.unreached'), runbook }
  if (daysLeft < 0) return { name, value: t('certificate.over'), advice: t('certificate.renewNow'), runbook }
  const value = t('certificate.days', { count: daysLeft })
  return daysLeft < CERTIFICATE_DAYS ? { name, value, advice: t('certificate.renew'), runbook } : { name, value }
}

function wall({ wallHoles, wallCheckedSecondsAgo: checked }: ServiceState): Finding {
  const name = t('wall.name')
  if (wallHoles === undefined || checked === undefined) return { name, value: t('unknown') }
  if (wallHoles > 0) {
    return { name, value: t('wall.open', { count: wallHoles }), advice: t('wall.advice'), runbook: 'WallOpen' }
  }
  const value = t('wall.whole', { time: span(checked) })
  return checked > PROOFS_LATE ? { name, value, advice: t('wall.late'), runbook: 'ProofsLate' } : { name, value }
}

function queue({ queueDue, queueOldestSeconds: oldest, queueFailing }: ServiceState): Finding {
  const name = t('queue.name')
  if (queueDue === undefined || oldest === undefined || queueFailing === undefined) {
    return { name, value: t('unknown'), advice: t('queue.unread'), runbook: 'QueueLate' }
  }
  const waiting = queueDue === 0 ? t('queue.empty') : t('queue.waiting', { count: queueDue, time: span(oldest) })
  const value = queueFailing === 0 ? waiting : `${waiting} ${t('queue.failing', { count: queueFailing })}`
  if (oldest > QUEUE_LATE) return { name, value, advice: t('queue.late'), runbook: 'QueueLate' }
  return queueFailing === 0 ? { name, value } : { name, value, advice: t('queue.retried'), runbook: 'JobsFail' }
}

function seals({ auditUnsealed, auditUnsealedSeconds: oldest, auditDamaged }: ServiceState): Finding {
  const name = t('seals.name')
  if (auditUnsealed === undefined || oldest === undefined) return { name, value: t('unknown') }
  if (auditDamaged !== undefined && auditDamaged > 0) {
    return { name, value: t('seals.damaged'), advice: t('seals.damagedAdvice'), runbook: 'AuditDamaged' }
  }
  const value = auditUnsealed === 0 ? t('seals.none') : t('seals.waiting', { count: auditUnsealed, time: span(oldest) })
  return oldest > SEAL_LATE ? { name, value, advice: t('seals.late'), runbook: 'AuditUnsealed' } : { name, value }
}

function anchors(ago: number): Finding {
  const finding = { name: t('anchors.name'), value: t('anchors.exchanged', { time: span(ago) }) }
  return ago > ANCHORS_LATE ? { ...finding, advice: t('anchors.late'), runbook: 'AnchorsLate' } : finding
}

/** A time in one unit, which is exact enough to see whether something is late. */
function span(seconds: number): string {
  if (seconds < MINUTE) return t('span.seconds', { count: seconds })
  if (seconds < 2 * HOUR) return t('span.minutes', { count: Math.floor(seconds / MINUTE) })
  if (seconds < 2 * DAY) return t('span.hours', { count: Math.floor(seconds / HOUR) })
  return t('span.days', { count: Math.floor(seconds / DAY) })
}
