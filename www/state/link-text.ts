/** How a text that a person has written, with any signs in it, stands in a link. */

/** Signs that a link takes for others, as a person may have typed them there; a percent sign begins a code. */
const TAKEN_FOR_OTHERS =
  /[%\t-\r\u00a0\u1680\u2000-\u200a\u2010-\u2014\u2018\u2019\u02bc\u2028\u2029\u202f\u205f\u2212\u3000\u3002\ufeff\uff01-\uff5e\uff61]|;$/g;

/** Half of a sign, as a text that was cut to a length may end with it. */
const HALF = /[\ud800-\udfff]/gu;

/** The text as a link holds it, from which `plainText` reads it sign by sign. */
export function linkText(text: string): string {
  const whole = text.trim().replace(HALF, '\ufffd');
  return whole.replace(TAKEN_FOR_OTHERS, encodeURIComponent).replace(/^([+-]) /, '$1%20');
}

export function plainText(text = ''): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });
}
