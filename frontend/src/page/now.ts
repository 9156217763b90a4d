import { useEffect, useState } from 'react'
import { serviceTime } from '../text/clock'

/** The current time of the services, updated every half minute. */
export function useNow(): Date {
  const [now, setNow] = useState(serviceTime)
  useEffect(() => {
    const timer = setInterval(() => setNow(serviceTime()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
