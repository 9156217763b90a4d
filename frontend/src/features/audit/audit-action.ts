import { i18next } from '../../text/i18n'
import { findText } from '../../text/lookup'

/** The text for the action of an audit entry, such as "checked someone in". An unknown action is shown as it is. */
export function actionText(kind: string, action: string): string {
  return (
    findText(`audit:did.${kind}.${action}`) ?? i18next.t('audit:other', { kind, action: action.replaceAll('-', ' ') })
  )
}

/** The actor of an event: a member by name, never a resident. */
export function actor(kind: string, name?: string | null): string {
  if (kind === 'operator') return i18next.t('audit:operator')
  if (kind === 'service') return i18next.t('audit:service')
  return name ?? i18next.t('audit:formerly')
}
