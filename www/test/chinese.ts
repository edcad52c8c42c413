/** What Chinese sentences must keep to, and every sentence of a dictionary, those that its functions make included. */

/** Everything a dictionary says; its functions are asked with numbers, words and lists, more of
 * them than any takes. */
export function sentences(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') {
    const answers = [7, '7', ['7', '8'], true, false].map((given) => {
      try {
        return texts(...Array.from({ length: 9 }, () => given));
      } catch {
        // A list where a word is wanted, or the reverse.
        return '';
      }
    });
    return answers.filter((answer) => typeof answer === 'string');
  }
  if (typeof texts === 'object' && texts !== null) return Object.values(texts).flatMap(sentences);
  return [];
}

/** Each with what is wrong where it matches. */
const FAULTS: readonly [RegExp, string][] = [
  [/[\u4e00-\u9fff][,;:!?()"]|[,;:!?()"][\u4e00-\u9fff]/, 'half-width punctuation'],
  [/[，。；：！？（）“”、] | [，。；：！？（）“”、]/, 'a space beside full-width punctuation'],
  [/[\u4e00-\u9fff] [\u4e00-\u9fff]/, 'a space between two words'],
  [/[\u4e00-\u9fff] \.|[\u4e00-\u9fff]\.$/, 'a half-width full stop'],
  [/\d [%\u4e00-\u9fff]|第 \d/, 'a line that may end between a number and its unit'],
  [/折线|折转|折叠|折弯线/, 'fold is 折痕'],
  [/图板|面板|图上|两张图/, 'board is 画板'],
  [/隐层|隐藏层神经元|隐藏单元|隐单元/, 'hidden unit is 隐藏神经元'],
  [/不激活|坏死|死神经元|死亡/, 'dead is 死掉的神经元'],
];

export function faultsOf(sentence: string): string[] {
  return FAULTS.filter(([pattern]) => pattern.test(sentence)).map(
    ([, fault]) => `${fault}: ${sentence}`,
  );
}
