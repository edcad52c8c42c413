declare module 'virtual:formulas' {
  type Source = import('./source.js').Source;
  export const FORMULAS: Record<
    import('./source.js').FormulaId,
    Omit<Source, 'tex'> & { mathml: string }
  >;
}
