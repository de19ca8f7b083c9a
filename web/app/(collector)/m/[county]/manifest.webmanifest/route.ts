import { fieldPaths } from '../../../../../features/collector/paths.ts'
import { readText } from '../../../../../lib/language.ts'

/** What a telephone puts on its first screen. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ county: string }> },
): Promise<Response> {
  const { county } = await params
  const { collector } = await readText()
  return Response.json({
    name: collector.title,
    short_name: collector.title,
    start_url: fieldPaths.report(county),
    scope: '/m/',
    display: 'standalone',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  })
}
