import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { commissionPosts, posts } from '../lifecycle/posts.ts'

const anyPost = z.enum([...posts, ...commissionPosts])

export const face = z.object({
  post: anyPost,
  person: z.string(),
  /** As people are told: 受理员 · 张敏. */
  name: z.string(),
  /** Of a county's people, its code; of a commission's, the city's. */
  county: z.string().exactOptional(),
  city: z.string().exactOptional(),
  /** Of those who handle: the unit that they belong to. */
  unit: z.string().exactOptional(),
})
export type Face = z.output<typeof face>

export const listFaces = contract({
  name: 'list-faces',
  summary: { zh: '演示身份', en: 'Faces of the demonstration' },
  method: 'GET',
  path: '/api/demonstration/faces',
  audience: 'demonstration',
  access: 'public',
  params: z.strictObject({}),
  output: z.object({ faces: z.array(face) }),
  status: 200,
  refusals: [],
})

export const wearFace = contract({
  name: 'wear-face',
  summary: { zh: '以演示身份进入', en: 'Enter with a face of the demonstration' },
  method: 'POST',
  path: '/api/demonstration/faces/{post}',
  audience: 'demonstration',
  access: 'public',
  params: z.strictObject({ post: anyPost }),
  status: 303,
  refusals: [],
})

/** Synthesized only into the demonstration's own stack. */
export const demonstrationContracts = [listFaces, wearFace] as const
