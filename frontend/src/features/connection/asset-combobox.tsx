import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Combobox, useCombobox } from '../../page/combobox'
import { useSettled } from '../../page/settled'
import { assetsQuery, LEAST_LETTERS } from '../asset/queries'

const MOST_SHOWN = 8

interface AssetComboboxProps {
  id: string
  error?: ReactNode
  text: string
  /** The asset that was picked; empty for a name that is not on the list. */
  picked: string
  onChange: (text: string, assetId: string) => void
}

/** A name, with the community assets of the list that match it. A name that is not on the list may stay as it is typed. */
export function AssetCombobox({ id, error, text, picked, onChange }: AssetComboboxProps) {
  const { t } = useTranslation('connection')
  const typed = text.trim()
  const settled = useSettled(typed)
  const enough = !picked && typed.length >= LEAST_LETTERS
  const search = useInfiniteQuery({
    ...assetsQuery(settled, true),
    enabled: enough && settled.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  })
  const current = settled === typed && !search.isPlaceholderData
  const assets = enough && current ? (search.data?.pages[0]?.items.slice(0, MOST_SHOWN) ?? []) : []
  const list = useCombobox({ lines: assets.length, enough, onEnter: choose })

  function choose(index: number) {
    const asset = assets[index]
    if (!asset) return
    list.close()
    onChange(asset.details.name, asset.id)
  }

  return (
    <Combobox
      {...{ id, error, text, list }}
      label={t('field.name')}
      hint={t('field.nameHint')}
      listLabel={t('results')}
      onType={(changed) => onChange(changed, '')}
      onPick={choose}
      lines={assets.map((asset) => ({
        key: asset.id,
        content: (
          <>
            <span className="combobox__name">{asset.details.name}</span>
            <span className="combobox__about">
              {[asset.details.place, asset.hubName && t('near', { hub: asset.hubName })].filter(Boolean).join(' · ')}
            </span>
          </>
        ),
      }))}
    >
      <div className="combobox__state" role="status">
        {picked && t('onList')}
        {enough && search.isError && t('searchFailed')}
        {list.shown && current && search.isSuccess && (
          <span className={assets.length > 0 ? 'govuk-visually-hidden' : undefined}>
            {t('found', { count: assets.length })}
          </span>
        )}
      </div>
    </Combobox>
  )
}
