/** The address of the council's public page, as a link that can be read out and copied. */
export function PublicPageLink({ alias }: { alias: string }) {
  const path = `/open/${alias}`
  return (
    <a className="govuk-link" href={path}>
      {window.location.host}
      {path}
    </a>
  )
}
