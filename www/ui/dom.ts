/** Finding elements of the page that must be there. */

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element #${id}`);
  return element;
}

export function find<T extends Element>(
  selector: string,
  kind: new () => T,
  root: ParentNode = document,
): T {
  const element = root.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`the page has no ${kind.name} at ${selector}`);
  return element;
}

/** What a button does. One that a mouse has pressed keeps no focus, so that the next Space is Play, not that button again. */
export function onPress(id: string, action: () => void): void {
  const button = find(`#${id}`, HTMLButtonElement);
  button.addEventListener('click', action);
  button.addEventListener('pointerdown', (event) => event.preventDefault());
}

/** Writes only what has changed, so that an unchanged number costs no layout. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** An element with its classes and contents. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...contents: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...contents);
  return element;
}
