/** The engine's memory, made to grow between any two of its calls. */

/** From here on every module that is started has its memory refreshed before and after each call of it, as growth does:
 * all views that were made of it are empty then. Sent to browsers as text, so it uses nothing from outside itself. */
export function growBetweenCalls(): void {
  type Exports = Record<string, unknown>;
  const instantiate = WebAssembly.instantiate as unknown as (
    ...given: unknown[]
  ) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;

  const growing = (exports: Exports, memory: WebAssembly.Memory): Exports => {
    const wrapped = ([name, each]: [string, unknown]) => {
      if (typeof each !== 'function') return [name, each];
      const call = (...given: unknown[]) => {
        // By no page at all, because there are more calls than pages: views are emptied all the same.
        memory.grow(0);
        const result = each(...given);
        memory.grow(0);
        return result;
      };
      return [name, call];
    };
    return Object.fromEntries(Object.entries(exports).map(wrapped));
  };

  const start = async (...given: unknown[]) => {
    const { instance, module } = await instantiate(...given);
    const exports = instance.exports as Exports;
    return {
      instance: { exports: growing(exports, exports.memory as WebAssembly.Memory) },
      module,
    };
  };
  // Without a stream the package falls back on bytes.
  Object.assign(WebAssembly, { instantiate: start, instantiateStreaming: undefined });
}
