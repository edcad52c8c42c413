/** How a run is handed on, in English; this type is what every other language must fill. */

export const shareEn = {
  title: 'Share this run',
  linkPart: 'Link',
  taskPart: 'Task',
  filesPart: 'Files',
  teachPart: 'For teachers',
  handInPart: 'Hand in',
  sheetPart: 'Collect',
  sheetLoading: 'One moment…',
  sheetMissing:
    'The sheet could not be loaded. Choose this tab once more when the network is there.',
  waits: (step: number, target: number) =>
    `The run is on its way: step ${step.toLocaleString('en')} of ${target.toLocaleString('en')}. Once it is there it can be handed on.`,
  hint: 'The link holds all of it: points, settings, what was changed on the way, and the step. A phone’s camera reads it from the screen.',
  ofFile:
    'This page is a file, or stands within another page: its link opens here alone. Hand the file on as well: whoever opens it puts what stands from # on behind its address.',
  fineCode:
    'The link holds all of it, and is long: show its code large, and hold the phone close to it.',
  noCode: 'The link holds all of it, which is too much for a QR code. Copy it instead.',
  tooLong:
    'The link is longer than 8,000 characters, and not every browser takes that. Save the run as a file, and open it again by dropping it on the page.',
  save: 'Save the run as a file',
  link: 'Link to this run',
  code: 'QR code of the link',
  copy: 'Copy link',
  print: 'Print…',
  large: 'Large code',
  small: 'Smaller',
  pass: 'Pass on…',
  close: 'Close',
  copied: 'Copied.',
  marked: 'The browser does not let this page copy. The link is marked: press Ctrl+C.',
  notPrinted:
    'Where nothing is printed, the frame around this page forbids it: save the picture under Files instead.',
  offline: {
    kept: 'The page is kept on this device: it opens without a network, too.',
    coming: 'The page is being kept on this device, so that it opens without a network, too.',
    notKept:
      'The page is not kept on this device, because the browser does not allow it or has no room left. Without a network use the file spiral-lab.html.',
    oneFile: 'This file needs no network.',
  },
  notPassed: 'The browser could not pass it on. Copy the link instead.',
};

export type ShareTexts = typeof shareEn;
