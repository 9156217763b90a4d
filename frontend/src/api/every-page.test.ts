import { expect, it } from 'vitest'
import { everyPage } from './every-page'

it('reads a list until a page has no next one', async () => {
  const pages: Record<string, { items: string[]; next?: string }> = {
    first: { items: ['Larkshire', 'Meadowshire'], next: 'm' },
    m: { items: ['Weaverdale'] },
  }
  const asked: (string | undefined)[] = []

  const items = await everyPage<string, string>((after) => {
    asked.push(after)
    return Promise.resolve(pages[after ?? 'first'] ?? { items: [] })
  })

  expect(items).toEqual(['Larkshire', 'Meadowshire', 'Weaverdale'])
  expect(asked).toEqual([undefined, 'm'])
})
