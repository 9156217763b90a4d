import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Trans, useTranslation } from 'react-i18next'
import { Hidden } from '../../govuk/hidden'
import { useLate } from '../../page/late'
import { Unavailable } from '../../page/unavailable'
import type { ChosenHub, useBookForm } from './use-book-form'

/** The hub of a booking, with a button to choose another one. */
export function WhereField({ booking }: { booking: ReturnType<typeof useBookForm> }) {
  const { t } = useTranslation(['booking', 'common'])
  const [choosing, setChoosing] = useState(false)
  const { hub, form } = booking
  const asks = !hub || choosing
  const list = useLate(asks, () => import('./hub-combobox'))

  function pick(chosen: ChosenHub) {
    // At once, or the next key would go to a box that is no longer there.
    flushSync(() => {
      booking.chooseHub(chosen)
      setChoosing(false)
    })
    document.querySelector<HTMLElement>('#somewhere-else')?.focus()
  }

  if (asks && list.error !== undefined) {
    return <Unavailable error={list.error} words={t('common:notLoaded')} onAgain={list.again} />
  }
  if (asks) return list.part && <list.part.HubCombobox error={form.error('hub')} onPick={pick} />
  return (
    <div className="chosen">
      <div>
        <Trans
          t={t}
          i18nKey="where.chosen"
          values={{ hub: hub.name }}
          components={{ hidden: <Hidden />, name: <strong className="chosen__name" /> }}
        />
      </div>
      <button type="button" className="linkish" id="somewhere-else" onClick={() => setChoosing(true)}>
        {t('where.other')}
      </button>
    </div>
  )
}
