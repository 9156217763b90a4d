import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Gives the style sheet the words around the page numbers, which only the browser knows while it prints. */
export function useNumberedPages(): void {
  const { t } = useTranslation('day-sheet')
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const words = t('pageOf', { page: '\n', pages: '\n' }).split('\n')
    const names = words.map((word, nth) => {
      style.setProperty(`--page-words-${nth}`, JSON.stringify(word))
      return `--page-words-${nth}`
    })
    return () => names.forEach((name) => style.removeProperty(name))
  }, [t])
}
