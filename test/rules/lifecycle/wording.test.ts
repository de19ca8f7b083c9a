import { describe, expect, it } from 'vitest'
import { evidenceFields } from '../../../shared/lifecycle/evidence.ts'
import { actions, lifecycle, publicStatuses, stages } from '../../../shared/lifecycle/lifecycle.ts'
import { posts, postWording } from '../../../shared/lifecycle/posts.ts'
import {
  actionWording,
  evidenceWording,
  publicStatusWording,
  stageName,
  waitingName,
} from '../../../shared/lifecycle/wording.ts'

const wordings = [
  ...posts.map((post) => [`post ${post}`, postWording[post]] as const),
  ...(['report', ...actions] as const).map((action) => [`action ${action}`, actionWording[action]] as const),
  ...evidenceFields.map((field) => [`evidence ${field}`, evidenceWording[field]] as const),
  ...publicStatuses.map((status) => [`public status ${status}`, publicStatusWording[status]] as const),
  ...stages.map((stage) => [`stage ${stage}`, lifecycle[stage].name] as const),
]

describe('the words of the trade', () => {
  it.each(wordings)('%s is told in Chinese and in English', (_name, { zh, en }) => {
    expect(zh).toMatch(/^[\u4e00-\u9fff]+$/)
    expect(en).toMatch(/^[A-Z][a-z -]+$/)
  })

  it('tell the posts, the actions and the stages apart', () => {
    for (const kind of ['post', 'action', 'stage']) {
      const names = wordings.filter(([name]) => name.startsWith(`${kind} `)).map(([, { zh }]) => zh)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('call a work list by what the case waits for, and an ended case by how it ended', () => {
    expect(waitingName('accepted', 'zh')).toBe('待立案')
    expect(waitingName('rejected', 'en')).toBe(stageName('rejected', 'en'))
  })
})
