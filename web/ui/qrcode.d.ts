// The part of the library that makes the dots of a picture, and none of its writers of files.
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode'
}
