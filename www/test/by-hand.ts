/** A line of the look inside, read as a person with a calculator reads it: from its digits alone. */

export interface Line {
  /** Every number of the last calculation and its result, in the order in which they are written. */
  numbers: number[];
  /** What the digits of the calculation come to; null if the line states a number and calculates nothing. */
  byHand: number | null;
  result: number;
  /** What one more in the result's last digit would add. */
  unit: number;
}

const NAME = /[A-Za-z]+\d*\[[^\]]*\]/g;
const NOTE = / \([^()]*[a-z\u4e00-\u9fff]{2,}[^()]*\)/g;
const NUMBER = /−?\d+(?:\.\d+)?(?:e[+−]\d+)?/g;

/** Null for a line in words. */
export function readLine(line: string): Line | null {
  const parts = line
    .replaceAll('\u00a0', ' ')
    .replace(NOTE, '')
    .replace(NAME, '')
    .split(/ [=←] /);
  const [calculation = '', result = ''] = parts.length > 1 ? parts.slice(-2) : [];
  if (!/^−?\d/.test(result)) return null;
  const numbers = `${calculation} ${result}`.match(NUMBER) ?? [];
  return {
    numbers: numbers.map(value),
    byHand: /^[−(\d]|^exp|^ln|^max/.test(calculation) ? calculate(calculation) : null,
    result: value(result),
    unit: unitOf(result),
  };
}

function value(text: string): number {
  return Number(text.replaceAll('−', '-'));
}

function unitOf(text: string): number {
  const [digits = '', exponent = '0'] = text.replaceAll('−', '-').split('e');
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
}

/** Sums of products of numbers, brackets, exp, ln and max(0, …). */
function calculate(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?(?:e[+−]\d+)?|exp|ln|max|[()+−·/,]/g) ?? [];
  const next = () => tokens.shift();
  const brackets = (): number => {
    next();
    const inside = sum();
    next();
    return inside;
  };
  const atom = (): number => {
    if (tokens[0] === '(') return brackets();
    const token = next() ?? '';
    if (token === '−') return -atom();
    if (token === 'exp') return Math.exp(brackets());
    if (token === 'ln') return Math.log(atom());
    if (token !== 'max') return value(token);
    tokens.splice(0, 2);
    return Math.max(0, brackets());
  };
  const product = (): number => {
    let total = atom();
    while (tokens[0] === '·' || tokens[0] === '/') {
      total = next() === '·' ? total * atom() : total / atom();
    }
    return total;
  };
  const sum = (): number => {
    let total = product();
    while (tokens[0] === '+' || tokens[0] === '−') {
      total = next() === '+' ? total + product() : total - product();
    }
    return total;
  };
  const total = sum();
  if (tokens.length > 0) throw new Error(`cannot be worked out: ${text}`);
  return total;
}
