/** The lesson's formulas as the page shows them: MathML, and the script's lines that compute it. */

import { FORMULAS } from 'virtual:formulas';
import type { FormulaId, Source } from './source.js';

export type { FormulaId };

export interface Formula extends Omit<Source, 'tex'> {
  id: FormulaId;
  /** Empty for a listing. */
  mathml: string;
}

export function formula(id: FormulaId): Formula {
  return { id, ...FORMULAS[id] };
}
