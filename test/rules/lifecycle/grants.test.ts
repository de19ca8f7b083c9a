import { describe, expect, it } from 'vitest'
import { administratorsAmong } from '../../../shared/identity/administrators.ts'
import { type Actor, actionsFor, decide } from '../../../shared/lifecycle/decide.ts'
import { brokenBy, type Grants, grantedActions, workersOn } from '../../../shared/lifecycle/grants.ts'
import { type Post, posts } from '../../../shared/lifecycle/posts.ts'

const anyone = (...held: Post[]): Actor => ({ kind: 'person', person: 'p1', posts: held })
const NOW = '2026-11-24T01:00:00Z'
const toDispatchers: Grants = { accept: ['dispatcher', 'acceptor'] }

describe('what a county grants', () => {
  it('stands in the place of the table, for that action alone', () => {
    expect(
      decide({ stage: 'reported' }, 'accept', anyone('dispatcher'), {}, { at: NOW, grants: toDispatchers }),
    ).toEqual({
      to: 'accepted',
      post: 'dispatcher',
    })
    expect(
      decide(
        { stage: 'reported' },
        'reject',
        anyone('dispatcher'),
        { reason: '不在范围内' },
        { at: NOW, grants: toDispatchers },
      ),
    ).toEqual({ refused: 'post-not-held' })
    expect(decide({ stage: 'reported' }, 'accept', anyone('dispatcher'), {}, { at: NOW })).toEqual({
      refused: 'post-not-held',
    })
  })

  it('takes an action from the post that has it by the table', () => {
    const grants: Grants = { accept: ['dispatcher'] }
    expect(
      decide({ stage: 'reported' }, 'accept', anyone('acceptor'), {}, { at: NOW, grants: grants }),
    ).toEqual({ refused: 'post-not-held' })
  })

  it('shows in the buttons what the judge allows', () => {
    const offered = (held: Post, grants?: Grants) =>
      actionsFor({ stage: 'reported' }, anyone(held), { at: NOW, ...(grants && { grants }) }).map(
        ({ action }) => action,
      )
    expect(offered('dispatcher', toDispatchers)).toContain('accept')
    expect(offered('dispatcher')).not.toContain('accept')
  })

  it('opens the list to whoever may act on what stands in it', () => {
    expect(workersOn('acceptor', {})).toEqual(['acceptor'])
    expect(workersOn('acceptor', toDispatchers)).toEqual(['acceptor', 'dispatcher'])
    expect(workersOn('shift-leader', toDispatchers)).toEqual(['shift-leader'])
    expect(workersOn('inspector', {})).toEqual(['inspector', 'collector'])
  })

  it('gives nobody what is left to the system', () => {
    expect(grantedActions).not.toContain('mark-overdue')
    const forced: Grants = { 'mark-overdue': ['leader'] }
    expect(
      decide({ stage: 'reported' }, 'mark-overdue', anyone('leader'), {}, { at: NOW, grants: forced }),
    ).toEqual({
      refused: 'system-only',
    })
  })
})

describe('the separation of duties', () => {
  it('is kept by the table', () => {
    expect(brokenBy({})).toEqual([])
  })

  it('is broken by a post that accepts and files', () => {
    expect(brokenBy({ accept: ['shift-leader'] })).toEqual(['accepting-and-filing'])
    expect(brokenBy({ refuse: ['shift-leader', 'acceptor'] })).toEqual(['accepting-and-filing'])
    expect(brokenBy(toDispatchers)).toEqual([])
  })

  it('is broken by any of the three administrators, who act on no case', () => {
    const office = posts.filter((post) => administratorsAmong([post]).length > 0)
    expect(office).toHaveLength(3)
    for (const post of posts)
      expect(brokenBy({ reject: [post] }).includes('administrators-and-cases')).toBe(office.includes(post))
  })
})
