/** What can be done in the look inside, as changes of the store. */

import type { Engine } from '../engine/engine.js';
import { parseNumber } from '../engine/settings.js';
import type { SceneActions } from '../scene.js';
import {
  emit,
  forgetMissing,
  goToStep,
  pursue,
  type Store,
  seek,
  tellFault,
  tellMissing,
} from '../state/store.js';
import { byId } from '../ui/dom.js';

export function insideActions(
  store: Store,
  engine: Engine,
  changed: () => void,
): Omit<SceneActions, 'link' | 'openFile' | 'openRun'> {
  const selectPoint = (text: string) => {
    const index = parseNumber(text, true);
    const last = engine.frame.points.labels.length - 1;
    if (Number.isInteger(index) && index >= 0 && index <= last) {
      store.setState({ selectedPoint: index, notice: null });
    } else {
      store.setState({ notice: { kind: 'noSuchPoint', given: text, last } });
    }
  };
  return {
    open: (inside) => store.setState({ inside }),
    of: (insideOf) => store.setState({ insideOf, selectedUnit: null, selectedParameter: null }),
    selectPoint,
    selectUnit: (selectedUnit) => store.setState({ selectedUnit }),
    selectParameter: (selectedParameter) => store.setState({ selectedParameter, inside: 'check' }),
    refuse: (notice) => store.setState({ notice }),
    emit: (command) => emit(store, command),
    fail: (error) => tellFault(store, error),
    done: () => store.setState({ notice: null }),
    pressPoint: (insideOf, index) => {
      store.setState({ insideOf, inside: 'point', selectedPoint: index, notice: null });
    },
    arrived: () => {
      forgetMissing(store);
      changed();
    },
    missing: (why) => {
      byId('page').classList.remove('looking-inside');
      store.setState({ inside: null, phase: null });
      tellMissing(store, why);
    },
    look: (view) => store.setState(view),
    changed,
    seek: (step) => seek(store, step),
    follow: (follows) => follows(store),
    beginWith: (change, own, goesOn, classNames) =>
      store.setState(({ settings, strokes }) => ({
        settings: { ...settings, ...change },
        own,
        ...(classNames !== undefined && { classNames }),
        strokes: goesOn ? strokes : strokes + 1,
        notice: null,
      })),
    pursue: (goal, target) => (goal ? pursue(store, goal, target) : goToStep(store, target)),
  };
}
