/** What a teacher may hide: every setting, by the table of settings, and parts of the page, by names of their own. */

/** The parts, by their names in the link; each a selector of what is hidden with it, as the chart would tell how a hidden board does. */
export const PARTS = {
  lesson: '#lesson-button',
  inside: '#open-inside',
  editor: '#open-points',
  share: '#share',
  linear: '#boards > figure:has(#linear-board), #loss, #spoken',
  network: '#boards > figure:has(#network-board), #loss, #spoken',
  numbers: '#boards .readouts, #spoken',
  chart: '#loss',
  curves: '#chart-more',
  newdata: '#new-data',
  speed: '#speed-row',
  going: '#going',
  reset: '#reset',
  soft: '#soft-row',
  check: '#check-row',
  display: '#display-row, #projector',
  lang: '#language',
  help: '.ask, .keys',
} as const;

export type Part = keyof typeof PARTS;

/** Where the controls of a setting stand; those that open on request stand in the bar of the points. */
export function controlsOf(setting: string): string {
  return [
    `[data-slider="${setting}"]`,
    `label:has([data-choice="${setting}"])`,
    setting === 'seed' ? '#seed-row label' : `label:has(#points-${setting})`,
    ...(setting === 'data' ? ['#points-panel .set'] : []),
  ].join();
}

/** Settings that other buttons change, too. */
export const ALSO_CHANGED: Record<string, string> = { seed: '#new-data', data: '#open-points' };
