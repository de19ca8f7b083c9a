// Codecs as WebAssembly: the bundler takes their bytes along (infra/cloud/bundle.ts).
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>
  export default bytes
}

// Node has it; its types know it with the DOM alone.
declare const WebAssembly: { readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object }

// As far as they are used; their own types speak of a browser.
declare module '@jsquash/*.js' {
  interface Picture {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
  }
  export function init(module: object): Promise<unknown>
  const work: (given: ArrayBuffer | Picture, options?: object) => Promise<Picture & ArrayBuffer>
  export default work
}
