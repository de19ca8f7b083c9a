/** Longest side of a photo, in pixels: what a screen shows and an inspector can judge by. */
const LONGEST = 1_600
const QUALITY = 0.8

/** The picture at most {@link LONGEST} pixels long, as JPEG; the file itself where it is smaller or cannot be drawn. */
export async function shrunk(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
    if (blob.size >= file.size) return file
    return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: blob.type })
  } catch {
    return file
  }
}
