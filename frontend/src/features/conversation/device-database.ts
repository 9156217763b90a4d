import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Sealed } from '../../page/sealing'

interface Device extends DBSchema {
  words: { key: string; value: Sealed }
  device: { key: 'id'; value: string }
}

/** The entry that held the name of the device before. A browser that is killed may not have written its last entries there. */
const OLD_ENTRY = 'alongside.device'

export function openDatabase(): Promise<IDBPDatabase<Device>> {
  return openDB<Device>('alongside', 2, {
    upgrade: (database, before) => {
      if (before < 1) database.createObjectStore('words')
      database.createObjectStore('device')
    },
    // A page of a later release waits for this one to let go. Each use opens the database again.
    blocking: (_before, _after, event) => (event.target as IDBDatabase).close(),
  })
}

/** A random name of this device. It stays when a member signs out, because the words of another member may be kept here. */
export async function deviceId(): Promise<string> {
  const database = await openDatabase()
  try {
    const names = database.transaction('device', 'readwrite').store
    const known = await names.get('id')
    if (known) return known
    const made = localStorage.getItem(OLD_ENTRY) ?? crypto.randomUUID()
    await names.put(made, 'id')
    return made
  } finally {
    database.close()
  }
}
