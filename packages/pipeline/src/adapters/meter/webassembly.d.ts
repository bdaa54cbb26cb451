/** The part of the standard's API that is used here; TypeScript has it only together with the whole of a browser. */
declare namespace WebAssembly {
  class Memory {
    private constructor();
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  // oxlint-disable-next-line typescript/no-extraneous-class -- the standard's
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: object);
    readonly exports: object;
  }
}
