import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'

export function HubSearch({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation('hub')
  const [text, setText] = useState(search)
  function send(event: FormEvent) {
    event.preventDefault()
    onSearch(text.trim())
  }
  return (
    <form role="search" className="search" noValidate onSubmit={send}>
      <Input
        name="search"
        label={{ text: t('search.label'), className: 'govuk-label--s' }}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button className="govuk-button--secondary">{t('search.button')}</Button>
    </form>
  )
}
