import { isPost } from '#shared/lifecycle/posts'
import { faceCookie } from '../../../../features/demonstration/face-token.ts'
import { demonstrationPaths } from '../../../../features/demonstration/paths.ts'
import { readTour } from '../../../../features/demonstration/tour-case.ts'
import { staffPaths } from '../../../../lib/paths.ts'

/** The reader goes on as whoever has the case of the tour now, at its file. */
export async function POST(request: Request): Promise<Response> {
  const post = String((await request.formData()).get('post'))
  const toured = await readTour()
  const session = toured && isPost(post) ? await faceCookie(post) : undefined
  if (!toured || !session)
    return new Response(null, { status: 303, headers: { location: demonstrationPaths.tour } })
  const location = staffPaths.case(toured.county, toured.file.id)
  return new Response(null, { status: 303, headers: { location, 'set-cookie': session } })
}
