declare module 'virtual:formulas' {
  type Id = import('./source.js').FormulaId;
  export const FORMULAS: Record<Id, { mathml: string; code: string }>;
  export const LIVE: Partial<Record<Id, string>>;
}
