/** The lesson's formulas as the page shows them: MathML, and the script's lines that compute it. */

import './formulas.css';
import { FORMULAS, LIVE } from 'virtual:formulas';
import type { FormulaId } from './source.js';

export type { FormulaId };

export interface Formula {
  id: FormulaId;
  mathml: string;
  /** Lines of the NumPy script. */
  code: string;
}

export function formula(id: FormulaId): Formula {
  return { id, ...FORMULAS[id] };
}

/** A formula worked out: MathML with an element of class `live-…` for each number, whose text is to be patched. */
export function liveFormula(id: FormulaId): string | null {
  return LIVE[id] ?? null;
}
