import JSZip from 'jszip'
import type { Download } from 'playwright-core'

/** A document that was fetched: as it is written, and its text paragraph by paragraph. */
export async function wordOf(file: Download): Promise<{ xml: string; words: string }> {
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  const zip = await JSZip.loadAsync(Buffer.concat(chunks))
  const xml = (await zip.file('word/document.xml')?.async('text')) ?? ''
  return { xml, words: xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '') }
}
