import { kindName } from '#shared/catalogue/base/kind-names'
import { listComponentsNear } from '#shared/intake/field-contract'
import { locatePlace } from '#shared/intake/place-contract'
import { ask } from '../../../../../lib/api.ts'
import { readLanguage } from '../../../../../lib/language.ts'

/** Where a telephone stands, in the county's own words, and what is registered around it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ county: string }> },
): Promise<Response> {
  const { county } = await params
  const { searchParams } = new URL(request.url)
  const longitude = searchParams.get('longitude') ?? ''
  const latitude = searchParams.get('latitude') ?? ''
  const query = { longitude, latitude }
  const [place, near] = await Promise.all([
    ask(locatePlace, { params: { county }, query }),
    ask(listComponentsNear, { params: { county }, query }),
  ])
  if (!place.ok) return Response.json({ reason: place.problem.detail }, { status: place.problem.status })
  const { street, community, grid } = place.value
  const language = await readLanguage()
  const components = near.ok
    ? near.value.components.map(({ code, name, kind, metres }) => ({
        code,
        kind,
        metres,
        name: name || (kindName(kind)?.[language] ?? kind),
      }))
    : []
  const names = [street?.name, community?.name, grid?.name].filter(Boolean)
  return Response.json({ place: names.join(' '), components })
}
