/** A page of a list: its items, and the cursor of the next page if there is one. */
interface Page<Item, Cursor> {
  items: Item[]
  next?: Cursor | null
}

/** Reads a list to its end, page by page. */
export async function everyPage<Item, Cursor>(
  read: (after: Cursor | undefined) => Promise<Page<Item, Cursor>>,
): Promise<Item[]> {
  const items: Item[] = []
  let after: Cursor | undefined
  do {
    const page = await read(after)
    items.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined)
  return items
}
