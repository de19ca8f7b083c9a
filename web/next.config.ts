import path from 'node:path'
import type { NextConfig } from 'next'

const root = path.join(import.meta.dirname, '..')

const config: NextConfig = {
  output: 'standalone',
  // shared/ lies beside web/, and the packages above both.
  outputFileTracingRoot: root,
  turbopack: { root },
  // No page lets Next change a picture; the build leaves its image libraries out of the bundle.
  images: { unoptimized: true },
  poweredByHeader: false,
  // Types are checked with the rest of the tree.
  typescript: { ignoreBuildErrors: true },
  // Each group of faces has a root layout of its own, so no layout is left for an unknown address.
  // Photos come with the form that they belong to; the service in front takes no more.
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: '5mb' } },
}

export default config
