/** The place of own points in the page, until it is asked for again. */

import type { Engine } from '../engine/engine.js';
import { type Store, tellFault } from '../state/store.js';
import { byId, make } from '../ui/dom.js';
import { keepNames } from './names.js';
import { type NamedPoints, PointsTable } from './table/table.js';

export interface PointsPlace {
  /** Opens the place, or closes it. */
  toggle(): void;
  /** Opens a file that was dropped on the page. */
  openFile(file: File): void;
}

export function mountPoints(store: Store, engine: Engine): PointsPlace {
  const table = new PointsTable({
    use: (points) => begin(store, engine, points),
    current: () => ({ points: engine.pointsOnGrid(), classNames: store.getState().classNames }),
    nothingIn: (name) => store.setState({ notice: { kind: 'badFile', name } }),
  });
  const section = make('section', '', table.root);
  // The slider of points per class has the shorter name.
  section.id = 'own-points';
  section.hidden = true;
  byId('status').before(section);
  const button = byId('open-points');
  const show = (open: boolean) => {
    section.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  keepNames(store);
  const render = () => table.render(store.getState().lang);
  store.subscribe(render);
  render();
  return {
    toggle: () => show(section.hidden === true),
    openFile: (file) => {
      // Within a part that is hidden nothing can be shown.
      show(true);
      void table.openFile(file, true);
    },
  };
}

/** Begins a run with the points of a table. */
function begin(store: Store, engine: Engine, { points, classNames }: NamedPoints): void {
  try {
    const own = engine.packPoints(points);
    const labels = points.filter((_, i) => i % 3 === 2);
    const classes = Math.max(2, 1 + labels.reduce((most, label) => Math.max(most, label), 0));
    store.setState(({ settings, strokes }) => ({
      settings: { ...settings, data: 'own', classes },
      own,
      classNames,
      strokes: strokes + 1,
      notice: null,
    }));
  } catch (error) {
    tellFault(store, error);
  }
}
