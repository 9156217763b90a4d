import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { IntroductionOffer, IntroductionQuestion, IntroductionRequest } from '../../api/types'
import {
  aComparedRate,
  aComparison,
  aComparisonList,
  aLead,
  anIntroductionQuestion,
  anIntroductionRequest,
  aPractitioner,
} from '../../test/builders'
import { expectAccessible, open, pageWith } from '../../test/open'
import { answers, refuses } from '../../test/server'

const lead = { council: aLead() }
const OTHER = { council: 'Meadowshire Council', lead: 'Rhys Bevan', email: 'rhys@meadowshire.example' }

interface State {
  questions?: IntroductionQuestion[]
  requests?: IntroductionRequest[]
  offer?: IntroductionOffer
  left?: number
  againFrom?: string
}

function thereAre({ questions = [], requests = [], offer = { rates: [], version: 0 }, left = 4, againFrom }: State) {
  answers('get', '/api/introductions/questions', { items: questions, left, ...(againFrom && { againFrom }) })
  answers('get', '/api/introductions/requests', { items: requests })
  answers('get', '/api/introductions/offer', offer)
}

describe('introductions', () => {
  it('say that nothing was asked, and how to begin', async () => {
    thereAre({})
    open('/compare?introductions=all', lead)
    await pageWith('Introductions to other councils')

    expect(await screen.findByText(/You have asked nothing yet/)).toBeInTheDocument()
    expect(screen.getByText(/No council asks you now. Councils can ask you only about/)).toBeInTheDocument()
    expect(screen.getByText(/You offer nothing yet/)).toBeInTheDocument()
    expect(screen.getByText(/The councils of this demonstration are made up/)).toBeInTheDocument()
    await expectAccessible()
  })

  it('are read again after an error', async () => {
    thereAre({})
    refuses('get', '/api/introductions/requests', 503, 'unavailable')
    const user = open('/compare?introductions=all', lead)
    expect(await screen.findByText(/The introductions cannot be shown now/)).toBeInTheDocument()

    thereAre({})
    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByText(/You have asked nothing yet/)).toBeInTheDocument()
  })

  it('show an open question without a word about other councils, and take it back', async () => {
    thereAre({ questions: [anIntroductionQuestion()] })
    const user = open('/compare?introductions=all', lead)
    const card = (await screen.findByRole('heading', { name: 'First bookings that were kept' })).closest('article')
    expect(card).toHaveTextContent(
      'Lena Marsh asked on 20 November 2026.We have asked. You will hear if a council says yes. The question ends on 18 December 2026 if none does.',
    )
    const sent = answers('post', '/api/introductions/questions/:questionId/withdraw', anIntroductionQuestion())
    thereAre({ questions: [anIntroductionQuestion({ status: 'withdrawn' })] })

    await user.click(screen.getByRole('button', { name: /Take the question back/ }))

    expect(await screen.findByText('The question is taken back')).toBeInTheDocument()
    expect(sent).toHaveLength(1)
    expect(screen.queryByRole('button', { name: /Take the question back/ })).not.toBeInTheDocument()
  })

  it('name the other council and its lead once both have said yes', async () => {
    thereAre({
      questions: [anIntroductionQuestion({ status: 'introduced', other: OTHER })],
      requests: [anIntroductionRequest({ status: 'introduced', other: { ...OTHER, council: 'Brackenshire Council' } })],
    })
    open('/compare?introductions=all', lead)

    expect(await screen.findByText('Meadowshire Council')).toBeInTheDocument()
    expect(screen.getByText('Brackenshire Council')).toBeInTheDocument()
    expect(screen.getAllByRole('link', { name: 'rhys@meadowshire.example' })[0]).toHaveAttribute(
      'href',
      'mailto:rhys@meadowshire.example',
    )
    expect(screen.getAllByText('How to arrange a visit')).toHaveLength(2)
    await expectAccessible()
  })

  it('ask for an answer, and send it', async () => {
    thereAre({ requests: [anIntroductionRequest()], offer: { rates: ['listened-to'], version: 1 } })
    const user = open('/compare?introductions=all', lead)
    const card = (await screen.findByRole('heading', { name: 'Felt listened to' })).closest('article') as HTMLElement
    expect(card).toHaveTextContent('Asked on 21 November 2026. If you do not answer by 5 December 2026')
    await user.click(within(card).getByRole('button', { name: 'Send the answer' }))
    expect(within(card).getByRole('link', { name: 'Select your answer' })).toBeInTheDocument()
    const sent = answers('post', '/api/introductions/requests/:requestId/answer', anIntroductionRequest())
    thereAre({ requests: [anIntroductionRequest({ status: 'accepted' })] })

    await user.click(within(card).getByRole('radio', { name: 'Yes, introduce us' }))
    await user.click(within(card).getByRole('button', { name: 'Send the answer' }))

    expect(
      await screen.findAllByText('You said yes. You will both be named to each other on the next morning.'),
    ).toHaveLength(2)
    expect(sent.map(({ body }) => body)).toEqual([{ answer: 'yes' }])
  })

  it('say why an answer came too late', async () => {
    thereAre({ requests: [anIntroductionRequest()] })
    refuses('post', '/api/introductions/requests/:requestId/answer', 409, 'introduction-request-over')
    const user = open('/compare?introductions=all', lead)

    await user.click(await screen.findByRole('radio', { name: 'Not again' }))
    await user.click(screen.getByRole('button', { name: 'Send the answer' }))

    expect(await screen.findByText(/This question was answered or has ended already/)).toBeInTheDocument()
  })
})

describe('a question to another council', () => {
  it('begins at a measure whose spread is published and which has a better direction', async () => {
    answers('get', '/api/comparisons', aComparisonList())
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    const user = open('/compare', lead)
    await screen.findByRole('heading', { name: 'First bookings that were kept' })

    const blocks = screen.getAllByText('Talk to a council in the better quarter')
    expect(blocks).toHaveLength(1)
    expect(blocks[0]?.closest('article')).toHaveTextContent('First bookings that were kept')
    await user.click(screen.getByText('Talk to a council in the better quarter'))
    expect(screen.getByRole('link', { name: 'Ask about this measure' })).toHaveAttribute(
      'href',
      '/compare?introductions=attended',
    )
    expect(screen.queryByText(/You most likely are in the better quarter/)).not.toBeInTheDocument()
    await expectAccessible()
  })

  it('is not offered to members who are no leads', async () => {
    answers('get', '/api/comparisons', aComparisonList())
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    open('/compare', { council: aPractitioner() })
    await screen.findByRole('heading', { name: 'First bookings that were kept' })

    expect(screen.queryByText('Talk to a council in the better quarter')).not.toBeInTheDocument()
  })

  it('says what happens, and is asked once', async () => {
    thereAre({})
    const user = open('/compare?introductions=attended', lead)
    await pageWith('Talk to a council in the better quarter')
    expect(await screen.findByText(/Your council can ask 4 more times/)).toBeInTheDocument()
    expect(screen.getByText(/You never learn whether a council was willing/)).toBeInTheDocument()
    await expectAccessible()
    const sent = answers('post', '/api/introductions/questions', anIntroductionQuestion(), { status: 201 })
    thereAre({ questions: [anIntroductionQuestion()], left: 3 })

    await user.click(screen.getByRole('button', { name: 'Ask' }))

    await pageWith('Introductions to other councils')
    expect(await screen.findByText('We have asked. You will hear if a council says yes.')).toBeInTheDocument()
    expect(sent.map(({ body }) => body)).toEqual([{ rate: 'attended' }])
  })

  it('cannot be asked while one about the same measure is open, or too often', async () => {
    thereAre({ questions: [anIntroductionQuestion()], left: 3 })
    open('/compare?introductions=attended', lead)
    expect(await screen.findByText(/The question ends on 18 December 2026 if none does/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Ask' })).not.toBeInTheDocument()

    thereAre({ left: 0, againFrom: '2027-03-02' })
    open('/compare?introductions=happier', lead)
    expect(await screen.findByText(/You can ask again on 2 March 2027/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Ask' })).not.toBeInTheDocument()
  })
})

describe('the offer to talk', () => {
  function compared() {
    const measures = [
      aComparedRate({ place: { first: 4, last: 4, percent: 90 } }),
      aComparedRate({ rate: 'asked-again', better: 'decrease', place: { first: 1, last: 1, percent: 80 } }),
      aComparedRate({ rate: 'listened-to', place: { first: 3, last: 4, percent: 90 } }),
      aComparedRate({ rate: 'walked-in', better: 'neutral', place: { first: 4, last: 4, percent: 90 } }),
    ]
    const [national] = aComparison().pools
    answers('get', '/api/comparisons', aComparisonList())
    answers('get', '/api/comparisons/2026-07-01', aComparison({ pools: national ? [{ ...national, measures }] : [] }))
  }

  it('has the measures in whose better quarter the own page places the council, and those offered before', async () => {
    compared()
    thereAre({ offer: { rates: ['happier'], version: 2 } })
    const user = open('/compare?introductions=offer', lead)
    await pageWith('What we offer to talk about')

    const boxes = await screen.findAllByRole('checkbox')
    expect(boxes.map((box) => (box as HTMLInputElement).value)).toEqual(['attended', 'asked-again', 'happier'])
    expect(screen.getByRole('checkbox', { name: 'First bookings that were kept' })).toHaveAccessibleDescription(
      'Your place: above the upper quartile (about 90%).',
    )
    expect(screen.getByRole('checkbox', { name: 'Happier' })).toHaveAccessibleDescription(
      'Your own page does not place you in the better quarter now.',
    )
    await expectAccessible()
    const sent = answers('put', '/api/introductions/offer', { rates: ['attended'], version: 3 })

    await user.click(screen.getByRole('checkbox', { name: 'Happier' }))
    await user.click(screen.getByRole('checkbox', { name: 'First bookings that were kept' }))
    await user.click(screen.getByRole('button', { name: 'Save what we offer' }))

    expect(await screen.findByText('What you offer is saved')).toBeInTheDocument()
    expect(sent.map(({ body }) => body)).toEqual([{ rates: ['attended'] }])
  })

  it('shows what another lead saved first, and keeps what is chosen here', async () => {
    compared()
    thereAre({ offer: { rates: ['happier'], version: 2 } })
    const user = open('/compare?introductions=offer', lead)
    await user.click(await screen.findByRole('checkbox', { name: 'First bookings that were kept' }))
    refuses('put', '/api/introductions/offer', 412, 'stale-version')
    answers('get', '/api/introductions/offer', { rates: [], version: 3 })

    await user.click(screen.getByRole('button', { name: 'Save what we offer' }))

    expect(await screen.findByText(/Another lead changed what you offer/)).toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: 'First bookings that were kept' })).toBeChecked()
    expect(
      screen.getByRole('row', { name: /Not provided Happier and First bookings that were kept/ }),
    ).toBeInTheDocument()
  })

  it('says that there is nothing to offer', async () => {
    answers('get', '/api/comparisons', aComparisonList())
    answers('get', '/api/comparisons/2026-07-01', aComparison())
    thereAre({})
    open('/compare?introductions=offer', lead)

    expect(await screen.findByText(/places you in the better quarter of no measure now/)).toBeInTheDocument()
  })
})
