// Keeps the pages of those who work outside, so that they open without a line. Written as browsers take it: no build step
// can go wrong between what is read here and what runs for months on a telephone.

const CACHE = 'field-1'
const PATIENCE_MS = 5000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/_next/static/')) event.respondWith(keptFirst(request))
  else if (request.mode === 'navigate') event.respondWith(lineFirst(request, url))
})

/** Files of a build never change under their name. */
async function keptFirst(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}

/** What is kept of a page stands in when no answer comes in time. Only signed-in pages ask for themselves to be kept. */
async function lineFirst(request, url) {
  const kept = () => caches.match(url.pathname, { ignoreSearch: true })
  try {
    const answer = await Promise.race([
      fetch(request),
      new Promise((_, reject) => setTimeout(reject, PATIENCE_MS)),
    ])
    return answer.status >= 500 ? ((await kept()) ?? answer) : answer
  } catch {
    const home = url.pathname.split('/').slice(0, 3).join('/')
    return (await kept()) ?? (await caches.match(home)) ?? fetch(request)
  }
}

self.addEventListener('message', (event) => {
  const { keep, forget } = event.data
  if (forget) event.waitUntil(caches.delete(CACHE))
  if (keep) event.waitUntil(Promise.all(keep.map(keepPage)))
})

/** A page with the files that it names. */
async function keepPage(path) {
  try {
    const answer = await fetch(path, { credentials: 'same-origin' })
    if (!answer.ok || answer.redirected) return
    const cache = await caches.open(CACHE)
    const text = await answer.clone().text()
    const files = new Set(text.match(/\/_next\/static\/[^"'\\ ]+\.(?:js|css)/g) ?? [])
    for (const file of files) if (!(await cache.match(file))) await cache.add(file)
    // last: a page that is there has all it needs
    await cache.put(path, answer)
  } catch {
    // no line: what was kept before stays
  }
}
