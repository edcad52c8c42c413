/** The chart's tools, in English; this type is what every other language must fill. */

export const toolsEn = {
  tools: 'Tools of the chart',
  logSteps: 'Log scale for steps',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  all: 'All',
  until: 'Run until',
  untilKind: (kind: string, linear: string, network: string) => {
    const [board, of] = kind.split(' ');
    if (kind === 'step') return 'step';
    if (kind === 'more') return 'so many steps more';
    const name = board === 'linear' ? linear : network;
    return of === 'loss' ? `${name}: loss below` : `${name}: accuracy at least`;
  },
  untilValue: 'Value',
  untilMost: 'within, in steps',
  untilRun: 'Run',
  ghosts: 'Earlier runs',
  ghostName: 'Name of the earlier run',
  bringBack: 'Bring back',
  removeGhost: 'Remove this curve',
  activation: (activation: 'relu' | 'none'): string =>
    activation === 'none' ? 'without ReLU' : 'with ReLU',
  changed: (changes: string) => (changes === '' ? 'unchanged' : changes.replaceAll(';', ', ')),
  same: (steps: number) => `same settings, ${steps} ${steps === 1 ? 'step' : 'steps'}`,
  /** What is shown of the run; or what will be, once it has come so far. */
  part: (from: number, to: number, shown: boolean) =>
    shown ? `steps ${from} to ${to}` : `steps ${from} to ${to}, once the run is there`,
};

export type ToolsTexts = typeof toolsEn;
