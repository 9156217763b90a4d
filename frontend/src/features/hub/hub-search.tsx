import { useTranslation } from 'react-i18next'
import { SearchForm } from '../../page/search-form'

export function HubSearch({ search, onSearch }: { search: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation('hub')
  return <SearchForm label={t('search.label')} search={search} onSearch={onSearch} />
}
