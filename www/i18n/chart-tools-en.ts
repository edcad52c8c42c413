/** The chart's tools, in English; this type is what every other language must fill. */

export const toolsEn = {
  tools: 'Tools of the chart',
  logSteps: 'Log scale for steps',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  all: 'All',
  /** What is shown of the run; or what will be, once it has come so far. */
  part: (from: number, to: number, shown: boolean) =>
    shown ? `steps ${from} to ${to}` : `steps ${from} to ${to}, once the run is there`,
};

export type ToolsTexts = typeof toolsEn;
