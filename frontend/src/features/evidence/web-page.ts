/** The style of a report that stands alone: A4 in print, tables with lines, nothing by colour alone. */
const STYLE = `body{max-width:48em;margin:2em auto;padding:0 1em;font:1rem/1.5 Arial,sans-serif;color:#000;background:#fff}
table{width:100%;margin:1em 0;border-collapse:collapse}caption{font-weight:bold;text-align:left}
th,td{padding:.3em .5em;border:1px solid #505a5f;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead{display:table-header-group}tr{break-inside:avoid}h1,h2,h3,caption{break-after:avoid}
.record__words{overflow-wrap:anywhere;white-space:pre-wrap}
@page{size:A4;margin:15mm}@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}}`

/** Returns a report as a whole web page, which needs nothing else and has no script. */
export function webPageOf(article: Element, heading: string, title: string): string {
  const page = document.implementation.createHTMLDocument(title)
  page.documentElement.lang = article.getAttribute('lang') ?? 'en'
  const style = page.createElement('style')
  style.textContent = STYLE
  const viewport = page.createElement('meta')
  viewport.name = 'viewport'
  viewport.content = 'width=device-width'
  const charset = page.createElement('meta')
  charset.setAttribute('charset', 'utf-8')
  page.head.prepend(charset)
  page.head.append(viewport, style)
  const main = page.createElement('main')
  const h1 = page.createElement('h1')
  h1.textContent = heading
  main.append(h1, page.importNode(article, true))
  page.body.append(main)
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`
}
