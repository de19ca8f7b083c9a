import { expect } from 'vitest'
import type { ProductCloud } from './product-cloud.ts'

/** The staff does all that is done with a case of a lamp until it is closed. */
export async function closeCase(cloud: ProductCloud, county: string, id: string): Promise<void> {
  const staff = (person: string, post: string) => ({ tenant: county, person, sub: person, posts: [post] })
  const acts = [
    ['accept', staff('s1', 'acceptor'), {}],
    ['file', staff('s2', 'shift-leader'), { filingCondition: '10137-1' }],
    ['dispatch', staff('s3', 'dispatcher'), { unit: 'municipal-works' }],
    ['sign-on-behalf', staff('s3', 'dispatcher'), { proof: '09:10 电话，王主任' }],
    [
      'report-on-behalf',
      staff('s3', 'dispatcher'),
      { photos: ['0'.repeat(26)], proof: '09:40 电话，王主任' },
    ],
    ['pass', staff('s4', 'inspector'), { way: 'on-site' }],
    ['close', staff('s2', 'shift-leader'), { closingCondition: '10137-1' }],
  ] as const
  for (const [at, [action, claims, evidence]] of acts.entries()) {
    const path = `/api/t/${county}/cases/${id}/actions/${action}`
    const { status, body } = await cloud.post(path, { version: at + 1, evidence }, { claims })
    expect([action, status, body.code]).toEqual([action, 200, undefined])
  }
  await cloud.settled()
}
