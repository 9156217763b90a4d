import letters from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'

/** The name of the letters in charts. */
const LETTERS = 'Atkinson Hyperlegible Next Variable'

/** A cell of a CSV file. Text that a spreadsheet would take for a formula is kept as text. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text of a CSV file, with a mark that lets spreadsheets read its letters. */
export function csvOf(rows: (string | number | undefined)[][]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Offers a text to keep as a file. */
export function download(name: string, type: string, text: string): void {
  offer(name, new Blob([text], { type }))
}

function offer(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** A picture has twice the points of the drawing, so that it is sharp in print. */
const SHARPNESS = 2

/** Offers a drawing to keep as a PNG file, with the letters of the page. Nothing leaves the browser. */
export async function downloadPicture(name: string, drawing: SVGSVGElement): Promise<void> {
  const { width, height } = drawing.viewBox.baseVal
  const whole = drawing.cloneNode(true) as SVGSVGElement
  whole.setAttribute('width', String(width))
  whole.setAttribute('height', String(height))
  // A picture is drawn apart from the page, so it needs the letters in itself.
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  style.textContent = `@font-face{font-family:"${LETTERS}";src:url(${await dataOf(letters)})}`
  whole.prepend(style)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(whole))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (picture === null) throw new Error('The canvas could not be made a picture')
  offer(name, picture)
}

/** Returns a file of the product as an address that holds the whole file. */
async function dataOf(address: string): Promise<string> {
  const file = await (await fetch(address)).blob()
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => failed(new Error('The letters could not be read'))
    reader.readAsDataURL(file)
  })
}
