/** Sends the file unchanged, because only the service reads it. */
export const csv = (file: File) => ({
  headers: { 'Content-Type': 'text/csv' },
  body: file as unknown as string,
  bodySerializer: (body: string) => body,
})
