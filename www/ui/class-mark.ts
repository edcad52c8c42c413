/** A class's shape in its colour, to stand beside the number of that class. */

import { outline } from '../draw/shapes.js';

const SVG = 'http://www.w3.org/2000/svg';

/** As high as the text around it. Given a name, it says that to who cannot see it; without one, the text beside it does. */
export function classMark(label: number, name = ''): SVGSVGElement {
  const mark = document.createElementNS(SVG, 'svg');
  mark.setAttribute('class', 'class-mark');
  mark.setAttribute('viewBox', '-1.4 -1.4 2.8 2.8');
  mark.setAttribute(name ? 'aria-label' : 'aria-hidden', name || 'true');
  if (name) mark.setAttribute('role', 'img');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', outline(label));
  path.setAttribute('fill', `var(--class-${label})`);
  mark.append(path);
  return mark;
}
