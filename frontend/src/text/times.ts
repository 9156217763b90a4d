/**
 * Reads a time of day as people type it: 9.30, 9:30am, 0930, 14:00, 2pm, midday, midnight. Nothing if it is not one. "9" and
 * "10:15" are taken as they stand; "2" without more could be either and is refused.
 */
export function readTime(text: string): string | undefined {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '')
  if (['midday', 'noon', '12noon'].includes(typed)) return '12:00'
  if (['midnight', '12midnight'].includes(typed)) return '00:00'
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(typed)
  if (!match) return undefined
  const [, hours = '', minutes = '00', half] = match
  let hour = Number(hours)
  const minute = Number(minutes)
  if (minute > 59) return undefined
  if (half) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half === 'pm' ? 12 : 0)
  } else if (hour > 23 || (hour < 7 && hours.length === 1)) {
    return undefined
  }
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
