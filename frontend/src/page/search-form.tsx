import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../govuk/button'
import { Input } from '../govuk/input'

interface SearchFormProps {
  label: string
  /** The text that was searched for. */
  search: string
  onSearch: (text: string) => void
}

/** Searches a list when the button is pressed. */
export function SearchForm({ label, search, onSearch }: SearchFormProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(search)
  function send(event: FormEvent) {
    event.preventDefault()
    onSearch(text.trim())
  }
  return (
    <form role="search" className="search" noValidate onSubmit={send}>
      <Input
        name="search"
        label={{ text: label, className: 'govuk-label--s' }}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button className="govuk-button--secondary">{t('button.search')}</Button>
    </form>
  )
}
