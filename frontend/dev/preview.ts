// node dev/preview.ts [PORT] [SCENARIO]: the built pages with made-up answers, to look at them without any service.
// Scenarios: staff (default), lead, operator, choose, signed-out, empty, trouble (what is asked second fails), conflict, slow.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import {
  aCouncil,
  aCouncilRecord,
  aDay,
  aFreeSlot,
  aHub,
  aLead,
  aMember,
  aMorning,
  anId,
  anImport,
  anInvitation,
  anOperator,
  aPerson,
  aPersonToTell,
  personBookings,
  aReport,
  aSession,
  aSeries,
  aSeriesPreview,
  aSeriesSummary,
  aSessionSummary,
  aToFinishEntry,
  aWeek,
  aWholeSession,
  anOutcome,
  anUndo,
  booked,
  found,
  freeSlots,
  INVITATION_TEXT,
  KINDS,
  LIBRARY,
  MEADOWSHIRE,
  TEAM,
  AGREEMENT,
  OWN_SETTINGS,
} from '../src/test/builders.ts'

const port = Number(process.argv[2] ?? 5180)
const scenario = process.argv[3] ?? 'staff'
const files = path.resolve(import.meta.dirname, '../target/classes/static')
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

// The gateway's own policy, so that what it would forbid is seen here.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

const LOGO = /^\/api\/.*\/logo$/

const hubs = [
  aHub(),
  aHub({
    id: anId(12),
    name: 'Elland Road Community Hub',
    address: ['3 Elland Road', 'Larkford'],
    postcode: 'LK2 4QT',
  }),
  aHub({ id: anId(13), name: 'St Anne’s Café', address: ['Church Walk', 'Little Hebble'], postcode: 'LK7 8RB' }),
  aHub({
    id: anId(14),
    name: 'The Upper Hebble Memorial Institute and Reading Room for the Parishes of Hebble and Scarcroft',
    address: ['The Old Schoolhouse, 114 to 118 Upper Hebble Road', 'Scarcroft under Lark', 'Great Hebblethwaite'],
    postcode: 'LK14 9ZZ',
  }),
]
const day = aMorning()
day.walkIns = [
  {
    id: anId(51),
    name: 'Dennis Wray',
    reason: 'advice',
    askedOn: day.date,
    arrivedAt: '2026-11-24T10:19:00Z',
    status: 'waiting',
  },
  { id: anId(52), reason: 'talk', askedOn: day.date, arrivedAt: '2026-11-24T10:22:00Z', status: 'waiting' },
] as typeof day.walkIns
day.counts.walkIns = day.walkIns.length
const toFinish = [
  ...['Tom Akande', 'Ivy Marsh', 'Peter Lowe', 'Joan Mbeki', 'Bronwen Featherstonehaugh-Cholmondeley', 'Edna Fox'].map(
    (personName, nth) => aToFinishEntry({ bookingId: anId(90 + nth), personName }),
  ),
  aToFinishEntry({ bookingId: anId(96), toDo: 'ring', absenceReason: 'ill' }),
]
const members = [
  aMember('Lena Marsh', { id: anId(71), roles: ['lead'] }),
  aMember('Priya Nair', { roles: ['hub-staff', 'practitioner'] }),
  aMember('Sam Rowe', { status: 'suspended' }),
  aMember('Nightly venue import', { email: undefined, clientId: 'larkshire-import', roles: ['lead'] } as object),
]
const invitations = [
  anInvitation('amir@larkshire.example', { id: anId(81) }),
  anInvitation('beth@larkshire.example', { status: 'queued', expiresAt: undefined } as object),
  anInvitation('someone.with.a.very.long.name.indeed@adult-social-care.larkshire.example', { status: 'refused' }),
  anInvitation('dan@larkshire.example', { status: 'expired', expiresAt: '2026-11-20T09:12:00Z' }),
]
const people = [
  found(),
  found({ id: anId(22), name: 'Margaret Elliott', bornYear: 1957, phoneEnding: '117', lastSeen: '2026-03-14' }),
  { id: anId(23), reference: 'W5CT-J8FR', name: 'Marged Ellis-Wyn' },
]

interface Reply {
  status: number
  body: unknown
  headers?: Record<string, string>
}

const ok = (body: unknown, headers?: Record<string, string>): Reply => ({
  status: 200,
  body,
  ...(headers && { headers }),
})
const problem = (status: number, type: string, more = {}): Reply => ({
  status,
  body: { type: `https://alongside.example/problems/${type}`, status, ...more },
})

function session() {
  if (scenario === 'operator' || scenario === 'operator-empty') return anOperator()
  if (scenario === 'choose') {
    return aSession({
      acting: null,
      operator: true,
      choices: [
        { alias: 'larkshire', name: 'Larkshire Council' },
        { alias: 'meadowshire', name: 'Meadowshire Council' },
      ],
    })
  }
  return aSession(scenario === 'lead' ? { name: 'Lena Marsh' } : {})
}

function answer(method: string, url: URL, body: string): Reply {
  const asked = `${method} ${url.pathname}`
  const is = (pattern: RegExp) => pattern.test(asked)
  const trouble = scenario === 'trouble'
  const empty = scenario === 'empty' || scenario === 'operator-empty'
  if (is(/GET \/session$/)) return scenario === 'signed-out' ? problem(401, 'signed-out') : ok(session())
  if (is(/(DELETE|POST) \/session\/sign-ins\//)) return ok({ ended: 1, unfinished: false })
  if (is(/GET \/session\/sign-ins$/)) {
    if (trouble) return problem(503, 'unavailable')
    const at = { signedInAt: '2026-11-24T08:02:00Z', lastUsedAt: '2026-11-24T09:12:00Z' }
    const here = { id: 'a', browser: 'edge', system: 'windows', current: true, ...at }
    const phone = { id: 'b', browser: 'safari', system: 'iphone', current: false, ...at }
    return ok({ items: empty ? [here] : [here, phone, { ...phone, id: 'c', browser: 'other', system: 'other' }] })
  }
  if (is(/GET \/session\/time-left$/)) return ok({ seconds: scenario === 'ending' ? 100 : 2700 })
  if (is(/POST \/open\/invitations\/look$/)) {
    const { token } = JSON.parse(body) as { token: string }
    if (token !== 'good') return problem(404, 'invitation-unknown')
    const until = '2026-12-01T10:27:00Z'
    return ok({ council: 'Larkshire Council', roles: ['hub-staff'], expiresAt: until })
  }
  if (is(/POST \/open\/invitations\/accept$/)) {
    const { email } = JSON.parse(body) as { email: string }
    if (!email.endsWith('@larkshire.example')) return problem(409, 'invitation-for-another')
    return ok({ council: 'Larkshire Council', oneTimePasswordMailed: true })
  }
  if (is(/GET \/api\/members$/)) return trouble ? problem(503, 'unavailable') : ok({ members, activeLeads: 1 })
  if (is(/GET \/api\/invitations$/)) return ok({ invitations: empty ? [] : invitations })
  if (is(/POST \/api\/invitations/)) {
    const { emails = [] } = JSON.parse(body || '{}') as { emails?: string[] }
    const addresses = emails.map((email, at) => ({ email, verdict: at === 1 ? 'already-a-member' : 'sent' }))
    return ok({ subject: 'Larkshire Council: an invitation to Alongside', text: INVITATION_TEXT, addresses })
  }
  if (is(/GET \/api\/councils\/[^/]+\/mail$/)) {
    const mail = { subject: 'Larkshire Council: an invitation to Alongside', text: INVITATION_TEXT }
    const sent = { id: anId(), recipient: 'amir@larkshire.example', sentAt: '2026-11-24T10:20:00Z' }
    return ok({ mails: empty ? [] : [{ ...sent, ...mail }] })
  }
  if (is(/GET \/api\/council$/)) return ok({ ...(scenario === 'lead' ? aLead() : aCouncil()), kinds: KINDS, logo: 1 })
  if (is(/GET \/api\/agreement$/)) return trouble ? problem(503, 'unavailable') : ok(AGREEMENT)
  if (is(/GET \/api\/settings$/)) return ok({ ...OWN_SETTINGS, logo: { version: 1, pale: false } })
  if (is(/GET \/api\/hubs$/)) {
    if (scenario === 'down') return problem(503, 'unavailable')
    if (empty) return ok({ items: [], total: 0 })
    const text = url.searchParams.get('search')?.toLowerCase() ?? ''
    const match = hubs.filter((hub) => hub.name.toLowerCase().includes(text))
    return ok({ items: match, total: text ? match.length : 112 })
  }
  if (is(/GET \/api\/weeks\//)) return ok(empty ? aWeek({ items: [], total: 0 }) : aWeek())
  if (is(/GET \/api\/readiness$/)) return ok({ hubs: empty ? 0 : 1, sessions: !empty })
  if (is(/POST \/api\/hubs\/imports\/preview$/)) {
    if (body.includes('=')) {
      const errors = [
        { row: 4, column: 'postcode', value: 'LK1', message: 'Enter a full UK postcode, like HX1 1UJ' },
        { row: 9, column: 'venue_name', value: '=1+1', message: 'A name must not start with =, +, - or @' },
        { row: 12, message: 'This is the same place as row 7' },
      ]
      return ok(aReport({ rows: 14, added: 0, changed: 0, errors }))
    }
    return ok(aReport({ rows: 2914, added: 2901, changed: 10, unchanged: 3 }))
  }
  if (is(/POST \/api\/hubs\/imports$/)) return ok(anImport())
  if (is(/GET \/api\/hubs\/imports$/)) {
    return ok({ items: empty ? [] : [anImport()] })
  }
  if (is(/POST .*\/undo(\/preview)?$/) && is(/imports/)) {
    return scenario === 'conflict' ? problem(409, 'import-undone') : ok(anUndo())
  }
  if (is(/GET \/api\/hubs\/[^/]+$/)) return ok(hubs.find((hub) => url.pathname.endsWith(hub.id)) ?? hubs[0])
  if (is(/POST .*\/series\/preview$/)) return trouble ? problem(503, 'unavailable') : ok(aSeriesPreview())
  if (is(/POST .*\/series$/)) return { status: 201, body: aSeries() }
  if (is(/GET \/api\/series\//)) return ok(aSeries())
  if (is(/GET .*\/series$/)) {
    const more = aSeriesSummary({
      id: anId(82),
      kind: 'Drop-in',
      dropInOnly: true,
      repeats: { repeats: 'monthly', every: 1, days: ['friday'], week: -1, dates: [], until: '2027-06-30' },
    })
    return ok({ items: empty ? [] : [aSeriesSummary(), more] })
  }
  if (is(/GET .*\/sessions$/)) {
    if (trouble) return problem(503, 'unavailable')
    if (empty) return ok({ items: [] })
    const dates = ['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03']
    return ok({ items: dates.map((date, at) => aSessionSummary(date, at === 1 ? { taken: 8 } : {})) })
  }
  if (is(/POST .*\/sessions$/)) {
    if (scenario === 'conflict') return problem(409, 'session-overlaps')
    return { status: 201, body: { ...JSON.parse(body), id: anId(), hubId: LIBRARY, hubName: hubs[0]?.name, slots: [] } }
  }
  if (is(/GET \/api\/team$/)) return ok({ items: TEAM })
  if (is(/GET \/api\/sessions\//)) return ok(aWholeSession())
  if (is(/POST .*\/(changes|cancel|end)\/preview$/)) {
    if (trouble) return problem(503, 'unavailable')
    if (is(/changes/)) return ok(anOutcome(), { ETag: '"1"' })
    const cancelled = anOutcome({ moved: 0, cancelled: 1, booked: 1 })
    const bookings = cancelled.bookings.filter(({ movedTo }) => !movedTo)
    return ok({ ...cancelled, bookings, sessions: is(/end/) ? cancelled.sessions : cancelled.sessions.slice(0, 1) })
  }
  if (is(/POST .*\/closures\/preview$/)) {
    const { bookings } = anOutcome()
    const unnamed = bookings.map(({ bookingId, date, starts, offers }) => ({ bookingId, date, starts, offers }))
    const kept = unnamed.map((booking) => ({ ...booking, outcome: 'kept' }))
    return ok({ affectedSessions: [{ ...aSessionSummary('2026-12-01'), booked: 2 }], bookings: kept })
  }
  if (is(/GET .*\/people-to-tell/)) {
    const cancelled = aPersonToTell({ id: anId(75), cause: 'session-cancelled', reason: 'The heating is broken' })
    return ok({ items: empty ? [] : [aPersonToTell(), cancelled] })
  }
  if (is(/POST \/api\/(sessions|series)\/[^/]+\/(changes|cancel|end)$/)) {
    return scenario === 'conflict' ? problem(412, 'preview-outdated') : ok(anOutcome())
  }
  if (is(/GET .*\/audit\/events$/)) {
    if (trouble) return problem(503, 'unavailable')
    const team = is(/settings/)
    const deeds = team
      ? ['member added', 'council edited', 'invitation invited', 'council go-live-asked']
      : ['booking checked-in', 'day read', 'person read', 'walk-in arrived', 'session cancelled', 'hub closed']
    const line = { actorKind: 'member', memberId: anId(209), memberName: 'Priya Shah' }
    const events = deeds.map((deed, at) => {
      const [kind, action] = deed.split(' ')
      return { ...line, seq: 90 - at, at: `2026-11-24T09:${String(50 - 7 * at)}:00Z`, kind, action }
    })
    return ok({ items: empty ? [] : events, ...(!empty && { next: 84 }) })
  }
  if (is(/GET .*\/audit\/anchors$/)) {
    return ok({ items: [{ seq: 80, hash: 'ab'.repeat(32), at: '2026-11-24T09:07:00Z' }] })
  }
  if (is(/POST .*\/audit\/verifications$/)) {
    return ok({ events: 90, findings: scenario === 'conflict' ? [{ seq: 81, what: 'cut' }] : [] })
  }
  if (is(/GET .*\/days\//)) {
    const date = url.pathname.split('/').at(-1) ?? ''
    if (empty) return ok(aDay({ date, today: date === '2026-11-24', next: { date: '2026-11-26', starts: '09:30' } }))
    return ok(date === '2026-11-24' ? day : aDay({ date, today: false, next: { date: '2026-11-26', starts: '09:30' } }))
  }
  if (is(/GET .*\/to-finish$/)) {
    return trouble
      ? problem(503, 'unavailable')
      : ok({ items: empty ? [] : toFinish, attendanceToRecord: empty ? 0 : 6, peopleToRing: empty ? 0 : 1, earlier: 3 })
  }
  if (is(/GET .*\/free-slots$/)) {
    return trouble ? problem(503, 'unavailable') : ok({ items: empty ? [] : freeSlots() })
  }
  if (is(/POST \/api\/people\/search$/)) {
    const { text } = JSON.parse(body) as { text: string }
    return ok({ items: people.filter((person) => person.name.toLowerCase().includes(text.toLowerCase())) })
  }
  if (is(/POST \/api\/people$/)) return { status: 201, body: { ...aPerson(), ...JSON.parse(body) } }
  if (is(/GET \/api\/people\/[^/]+$/)) return ok(aPerson(), { ETag: '"3"' })
  if (is(/GET \/api\/people\/[^/]+\/bookings$/)) {
    return trouble ? problem(503, 'unavailable') : ok({ items: empty ? [] : personBookings() })
  }
  if (is(/GET \/api\/people\/[^/]+\/access-log$/)) {
    const entry = { id: anId(92), at: '2026-11-24T09:32:00Z', memberName: 'Priya Shah', action: 'read', kind: 'person' }
    return ok({ items: empty ? [] : [entry] })
  }
  if (is(/PUT \/api\/people\//)) {
    return scenario === 'conflict' ? problem(412, 'stale-version', { current: aPerson() }) : ok(aPerson())
  }
  if (is(/POST .*\/bookings$/)) {
    const slots = freeSlots()
    if (scenario === 'conflict') return problem(409, 'slot-full', { alternatives: slots.slice(1, 4) })
    const slot = slots.find((one) => url.pathname.includes(one.id)) ?? aFreeSlot('10:15', '11:00')
    return { status: 201, body: booked(slot) }
  }
  if (is(/GET .*\/api\/bookings\/[^/]+$/)) {
    return ok({
      ...booked(aFreeSlot('10:15', '11:00')),
      id: url.pathname.split('/').at(-1),
      original: { date: '2026-11-23', starts: '10:15' },
    })
  }
  if (is(/POST .*\/holds$/)) return { status: 201, body: { id: anId(91) } }
  if (is(/POST .*\/walk-ins$/)) {
    const added = {
      id: anId(),
      askedOn: day.date,
      arrivedAt: '2026-11-24T10:28:00Z',
      status: 'waiting',
      ...JSON.parse(body),
    }
    day.walkIns.push(added)
    return { status: 201, body: added }
  }
  if (is(/POST .*\/(start|finish|leave|undo|cancel|did-not-attend|move|extra-places)$/)) {
    return ok({ ...booked(aFreeSlot('10:15', '11:00')), places: 2 })
  }
  if (is(/check-in$/)) {
    const one = day.sessions.flatMap((each) => each.slots.flatMap((slot) => slot.bookings))
    const booking = one.find((each) => url.pathname.includes(each.id))
    if (booking) Object.assign(booking, { status: 'arrived', arrivedAt: '2026-11-24T10:28:00Z' })
    day.counts.arrived += 1
    return ok({ ...booked(aFreeSlot('10:15', '11:00')), status: 'arrived', arrivedAt: '2026-11-24T10:28:00Z' })
  }
  if (is(/GET \/api\/councils$/)) {
    const { id, name, alias } = aCouncilRecord()
    const councils = [
      { id, name, alias },
      { id: MEADOWSHIRE, name: 'Meadowshire Council', alias: 'meadowshire' },
    ]
    return ok({ councils: empty ? [] : councils })
  }
  if (is(/POST \/api\/councils$/)) {
    const lead = aMember('Lena Marsh', { roles: ['lead'] })
    return {
      status: 201,
      body: { council: aCouncilRecord(), firstLead: lead, oneTimePasswordMailed: true },
    }
  }
  if (is(/GET \/api\/councils\/[^/]+$/)) return ok(aCouncilRecord(), { ETag: '"4"' })
  if (is(/GET .*\/members$/)) {
    if (trouble) return problem(503, 'unavailable')
    return ok({ members })
  }
  return problem(404, 'not-found')
}

http
  .createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://localhost:${port}`)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (url.pathname.endsWith('/events')) {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' })
        response.write('event:changed\ndata:1\n\n')
        return
      }
      if ((/^\/(api|open)\//.test(url.pathname) && !LOGO.test(url.pathname)) || /^\/session(\/|$)/.test(url.pathname)) {
        const { status, body, headers } = answer(request.method ?? 'GET', url, Buffer.concat(chunks).toString())
        const send = () => {
          response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
          response.end(JSON.stringify(body))
        }
        if (scenario === 'slow') setTimeout(send, 3000)
        else send()
        return
      }
      const picture = LOGO.test(url.pathname) ? '/favicon.svg' : url.pathname
      const file = path.join(files, path.normalize(picture))
      const found = file.startsWith(files) && fs.statSync(file, { throwIfNoEntry: false })?.isFile()
      const name = found ? file : path.join(files, 'index.html')
      response.writeHead(200, {
        'Content-Type': types[path.extname(name)] ?? 'application/octet-stream',
        'Content-Security-Policy': POLICY,
      })
      fs.createReadStream(name).pipe(response)
    })
  })
  .listen(port, '127.0.0.1', () => console.log(`http://localhost:${port} (${scenario})`))
